using Harness.Contracts;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;

namespace Harness.Cli.Contracts;

/// <summary>How much of a family the contracts know.</summary>
internal sealed record FamilyCounts(int Operations, int Gets, int Typed)
{
    public static FamilyCounts Of(Family family, CompiledContracts contracts)
    {
        Operation[] own = [.. contracts.Operations.Where(o => string.Equals(o.Family, family.Id, StringComparison.Ordinal))];
        return new FamilyCounts(own.Length, own.Count(o => string.Equals(o.Method, "GET", StringComparison.Ordinal)), own.Count(o => o.IsTyped));
    }
}
