using Harness.Contracts.Operations;
using Harness.Drift.Findings;

namespace Harness.Drift.Runs;

/// <summary>Where a contract lies as a checkout names it.</summary>
internal static class ContractPlaces
{
    public static ContractAnchor? Of(Operation operation) =>
        operation.Location.File.Length == 0 ? null : new ContractAnchor(operation.Location.File, Math.Max(1, operation.Location.Line));
}
