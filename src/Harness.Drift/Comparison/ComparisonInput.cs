using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Drift.Baselines;
using Harness.Drift.Probing;

namespace Harness.Drift.Comparison;

/// <summary>Everything a comparison goes by: contracts, what was known, what was seen tonight.</summary>
public sealed record ComparisonInput
{
    public required IReadOnlyList<Operation> Operations { get; init; }

    public required IReadOnlyList<Family> Families { get; init; }

    public required IReadOnlyList<Observation> Tonight { get; init; }

    /// <summary>Null for a first run, or one that is to read none.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>A run of that id that the baseline holds already is tonight's own, and not counted twice.</summary>
    public required string RunId { get; init; }

    public required DateTimeOffset At { get; init; }
}
