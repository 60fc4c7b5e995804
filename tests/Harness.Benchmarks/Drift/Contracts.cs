using Harness.Contracts;
using Harness.Tests.Drift.Mutations.Seeded;
using Harness.Tests.Support;

namespace Harness.Benchmarks.Drift;

/// <summary>The endpoints that the benchmarks of drift detection are about: those of the imported contracts, or of our own where there are none.</summary>
internal static class Contracts
{
    private static string? Imported
    {
        get
        {
            string specs = Environment.GetEnvironmentVariable("HARNESS_SPECS") is { Length: > 0 } named ? named : Path.Combine(Repository.Root, "..", "shared", "specs");
            string nodoc = Path.GetFullPath(Path.Combine(specs, "nodoc"));
            return Directory.Exists(nodoc) ? nodoc : null;
        }
    }

    public static IReadOnlyList<SeededEndpoint> Endpoints(ulong seed, int most)
    {
        CompiledContracts contracts = ContractLoader.Load(new ContractLoadOptions
        {
            CoreFolder = Repository.Contracts,
            NoCore = Imported is not null,
            Imports = Imported is { } specs ? [specs] : [],
        });
        return SeededTenant.Of(contracts, seed, most);
    }
}
