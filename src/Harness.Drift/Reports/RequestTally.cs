namespace Harness.Drift.Reports;

/// <summary>What was really sent to the target; anything but GET and HEAD here would be a defect of the runner.</summary>
public sealed record RequestTally
{
    public required int Sent { get; init; }

    public IReadOnlyDictionary<string, int> ByMethod { get; init; } = new SortedDictionary<string, int>(StringComparer.Ordinal);
}
