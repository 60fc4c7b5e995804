using Harness.Contracts.Families;
using Harness.Contracts.Operations;

namespace Harness.Contracts;

/// <summary>Everything the contracts say, read once and frozen: the families, their operations, and what is wrong with the files.</summary>
public sealed class CompiledContracts
{
    public required IReadOnlyList<Family> Families { get; init; }

    /// <summary>All layers merged, grouped by family in the order of <see cref="Families"/>.</summary>
    public required IReadOnlyList<Operation> Operations { get; init; }

    public required IReadOnlyList<ContractProblem> Problems { get; init; }

    /// <summary>SHA-256 over the contents, hexadecimal; the same contracts have the same hash wherever they lie.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Whether a compiled cache spared reading the YAML.</summary>
    public bool FromCache { get; init; }
}
