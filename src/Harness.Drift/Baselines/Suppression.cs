using Harness.Contracts;
using Harness.Contracts.Operations;
using Harness.Drift.Findings;

namespace Harness.Drift.Baselines;

/// <summary>A finding that somebody has taken on: silent until a date, with the reason and the person to ask.</summary>
public sealed record Suppression
{
    public required string Rule { get; init; }

    public required PathGlob Operation { get; init; }

    /// <summary>Empty for every family.</summary>
    public string Family { get; init; } = "";

    public required string Reason { get; init; }

    public required string Owner { get; init; }

    /// <summary>The last day on which it holds.</summary>
    public required DateOnly Expires { get; init; }

    public required SourceLocation Location { get; init; }

    public bool Covers(Finding finding) =>
        Rule.Equals(finding.Rule, StringComparison.OrdinalIgnoreCase)
        && (Family.Length == 0 || Family.Equals(finding.Family, StringComparison.OrdinalIgnoreCase))
        && Operation.Matches(finding.Method, finding.Path);
}
