using Harness.Drift.Baselines;
using Harness.Drift.Findings;

namespace Harness.Drift.Comparison;

/// <summary>What a run found: drift, trouble of the surroundings, and what the contracts should say.</summary>
public sealed record ComparisonOutcome
{
    /// <summary>In the order of families, paths, rules and pointers.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>DRIFT0xx: never drift. One of a whole family has an empty method and path.</summary>
    public required IReadOnlyList<Finding> Environment { get; init; }

    public required IReadOnlyList<ContractPatch> Patches { get; init; }

    /// <summary>The rule that triage put each endpoint under, empty for one whose answers were good.</summary>
    public required IReadOnlyDictionary<EndpointKey, string> Triage { get; init; }
}
