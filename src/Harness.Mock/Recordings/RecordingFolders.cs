using Harness.Contracts;
using Harness.Contracts.Families;
using Harness.Mock.Stubs;
using Harness.Stubs;

namespace Harness.Mock.Recordings;

/// <summary>Fills a store from a folder of recordings, one folder a family.</summary>
internal static class RecordingFolders
{
    /// <returns>An empty store when nothing is to be played back.</returns>
    /// <exception cref="HarnessException">The folder that was asked for does not exist.</exception>
    public static StubMappingStore Load(MockServerOptions options, IReadOnlyList<Family> families, IList<ContractProblem> problems)
    {
        var store = new StubMappingStore();
        if (options.Recordings is not { } folder)
        {
            return store;
        }

        if (!Directory.Exists(folder))
        {
            throw new HarnessException($"there is no folder '{folder}'", "Name an existing folder of recordings, one folder in it for each family");
        }

        store.Load(folder, problems);
        StubFolders.ReportStrangers(folder, options, families, problems);
        return store;
    }
}
