using Harness.Contracts;

namespace Harness.Cli.Recordings;

/// <summary>Contracts of the families that a person wants to record.</summary>
internal static class WantedFamilies
{
    /// <param name="ids">None for every family.</param>
    public static CompiledContracts Of(CompiledContracts contracts, IReadOnlyCollection<string> ids)
    {
        foreach (string id in ids.Where(id => !contracts.Families.Any(f => f.Id.Equals(id, StringComparison.OrdinalIgnoreCase))))
        {
            throw new HarnessException($"there is no family '{id}'; there are {string.Join(", ", contracts.Families.Select(f => f.Id))}", "Name one of them");
        }

        return ids.Count == 0 ? contracts : new CompiledContracts
        {
            Families = [.. contracts.Families.Where(f => ids.Contains(f.Id, StringComparer.OrdinalIgnoreCase))],
            Operations = [.. contracts.Operations.Where(o => ids.Contains(o.Family, StringComparer.OrdinalIgnoreCase))],
            Problems = contracts.Problems,
            ContentHash = contracts.ContentHash,
            FromCache = contracts.FromCache,
        };
    }
}
