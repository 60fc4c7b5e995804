namespace Harness.Drift.Learning;

/// <summary>What recordings have to say to the contracts.</summary>
public sealed record LearningOutcome
{
    /// <summary>JSON answers that were looked at.</summary>
    public required int Answers { get; init; }

    /// <summary>Shapes for operations that had none, by family and path.</summary>
    public required IReadOnlyList<LearnedAnswer> Learned { get; init; }

    /// <summary>Answers that break what a typed contract says.</summary>
    public required IReadOnlyList<RecordedFinding> Contradictions { get; init; }

    /// <summary>Members that came and that a typed contract does not name.</summary>
    public required IReadOnlyList<RecordedFinding> Unnamed { get; init; }

    /// <summary>Operations without a shape whose recordings show none either: empty lists, empty objects.</summary>
    public required IReadOnlyList<string> TooEmpty { get; init; }

    /// <summary>Operations of recordings that no contract has.</summary>
    public required IReadOnlyList<string> Unknown { get; init; }
}
