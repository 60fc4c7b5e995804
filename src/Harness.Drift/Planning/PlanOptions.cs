namespace Harness.Drift.Planning;

/// <summary>Which part of a target's contracts a run takes on.</summary>
public sealed record PlanOptions
{
    /// <summary>Ids of families; empty for those of the target.</summary>
    public IReadOnlyList<string> Families { get; init; } = [];

    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>The moment that time windows end at.</summary>
    public required DateTimeOffset Now { get; init; }
}
