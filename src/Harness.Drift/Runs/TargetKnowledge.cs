using Harness.Contracts;
using Harness.Drift.Baselines;

namespace Harness.Drift.Runs;

/// <summary>Everything that earlier nights and people have left about a target: what was learned, what is open, what is to be silent.</summary>
public sealed record TargetKnowledge
{
    public required Baseline Baseline { get; init; }

    public TargetHistory History { get; init; } = TargetHistory.Empty;

    public IReadOnlyList<Suppression> Suppressions { get; init; } = [];

    /// <summary>Null when a run neither reads nor writes a baseline.</summary>
    public BaselineFolder? Folder { get; init; }

    /// <summary>Problems name what is damaged or has expired; a run over them would overwrite what a person can still mend.</summary>
    /// <param name="folder">Null for a run without a baseline.</param>
    public static TargetKnowledge Read(string? folder, string target, DateOnly today, ICollection<ContractProblem> problems)
    {
        if (folder is null)
        {
            return new TargetKnowledge { Baseline = new Baseline { Target = target } };
        }

        var files = new BaselineFolder(folder);
        return new TargetKnowledge
        {
            Baseline = files.Read(target, problems),
            History = files.ReadHistory(problems),
            Suppressions = SuppressionReader.Read(files.SuppressionsFile, today, problems),
            Folder = files,
        };
    }
}
