using Harness.Drift.Reports;

namespace Harness.Drift.Baselines;

/// <summary>What earlier runs said about a target: which findings are open, and how the nights went.</summary>
public sealed record TargetHistory
{
    /// <summary>As many nights as shapes are kept for.</summary>
    public const int KeptNights = 30;

    public static readonly TargetHistory Empty = new();

    public FindingLedger Ledger { get; init; } = FindingLedger.Empty;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Night> Nights { get; init; } = [];

    /// <summary>A run that is resumed or merged again takes its own place.</summary>
    public TargetHistory With(Night tonight) => this with
    {
        Nights = [.. Nights.Where(n => n.RunId != tonight.RunId).Append(tonight).OrderBy(n => n.At).TakeLast(KeptNights)],
    };
}
