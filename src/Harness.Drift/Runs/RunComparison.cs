using Harness.Contracts;
using Harness.Drift.Baselines;
using Harness.Drift.Probing;

namespace Harness.Drift.Runs;

/// <summary>Holds what a run has seen against what is known of its target.</summary>
internal sealed class RunComparison(CompiledContracts contracts, Baseline baseline)
{
    public RunJudgment Judge(IReadOnlyList<Observation> seen)
    {
        _ = (contracts, baseline, seen);
        return new RunJudgment([], [], []);
    }
}
