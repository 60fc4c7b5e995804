namespace Harness.Mock.Faults;

/// <summary>A fault and how often it has struck.</summary>
internal sealed class FaultEntry(FaultRule rule)
{
    public FaultRule Rule { get; } = rule;

    /// <summary>Calls that it covered, struck or spared.</summary>
    public int Seen { get; set; }

    public int Hits { get; set; }

    public bool IsSpent => Rule.Count is { } count && Hits >= count;
}
