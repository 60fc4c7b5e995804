using Harness.Contracts.Operations;

namespace Harness.Contracts.Loading;

/// <summary>What one folder's specification came to.</summary>
/// <param name="Assumed">The family it had to be given, when no declared one fits.</param>
internal sealed record CompiledSpec(
    int Layer, IReadOnlyList<Operation> Operations, AssumedFamily? Assumed, IReadOnlyList<ContractProblem> Problems);
