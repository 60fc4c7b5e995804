using Harness.Contracts;
using Harness.Contracts.Families;
using Harness.Stubs;

namespace Harness.Mock.Stubs;

/// <summary>Fills a store from a folder of mappings, one folder a family.</summary>
internal static class StubFolders
{
    // The tenants lie beside the families' folders.
    private const string Tenants = "tenants";

    /// <exception cref="HarnessException">The folder that was asked for does not exist.</exception>
    public static StubMappingStore Load(MockServerOptions options, IReadOnlyList<Family> families, IList<ContractProblem> problems)
    {
        string folder = options.Mocks ?? ShippedFolders.Mocks;
        if (!Directory.Exists(folder))
        {
            if (options.Mocks is null)
            {
                return new StubMappingStore();
            }

            throw new HarnessException($"there is no folder '{folder}'", "Name an existing folder of stub mappings, one folder in it for each family");
        }

        var store = new StubMappingStore();
        store.Load(folder, problems);

        ReportStrangers(folder, options, families, problems);
        return store;
    }

    /// <summary>A folder that is named like no family holds mappings that answer nothing.</summary>
    public static void ReportStrangers(string folder, MockServerOptions options, IReadOnlyList<Family> families, IList<ContractProblem> problems)
    {
        // A server of some families leaves the folders of the others alone.
        foreach (string name in options.Families.Count > 0 ? [] : Directory.EnumerateDirectories(folder).Select(f => Path.GetFileName(f)).Where(f => f is not (Tenants or "__files")))
        {
            if (!families.Any(f => f.Id.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                problems.Add(new ContractProblem(Path.Combine(folder, name), 0, 0, $"there is no family '{name}', so these mappings answer nothing", "Name the folder like a family; harness contracts list shows them"));
            }
        }
    }
}
