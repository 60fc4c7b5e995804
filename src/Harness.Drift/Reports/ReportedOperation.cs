using Harness.Drift.Findings;

namespace Harness.Drift.Reports;

/// <summary>One row of the coverage map: an operation and how it came out.</summary>
public sealed record ReportedOperation
{
    public required string Family { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public required OperationOutcome Outcome { get; init; }

    /// <summary>The environment rule, or the reason why nothing was sent; empty for the others.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Of the last answer; 0 when there was none.</summary>
    public int Status { get; init; }

    public long Milliseconds { get; init; }

    public ContractAnchor? Contract { get; init; }

    public override string ToString() => $"{Family} {Method} {Path}";
}
