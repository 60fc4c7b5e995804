namespace Harness.Drift.Inference;

/// <summary>What has been learned about one JSON document or a set of them: which members, which types, how often; never a value.</summary>
public sealed class Shape
{
    /// <summary>How many documents it was learned from.</summary>
    public required long Documents { get; init; }
}
