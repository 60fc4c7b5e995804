namespace Harness.Drift.Reports;

/// <summary>One earlier run of the target in a few numbers, for the trend.</summary>
public sealed record Night
{
    public required string RunId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>Findings that gated.</summary>
    public int Gating { get; init; }

    /// <summary>All findings of level warn or error.</summary>
    public int Findings { get; init; }

    public int Conclusive { get; init; }

    public int Sendable { get; init; }
}
