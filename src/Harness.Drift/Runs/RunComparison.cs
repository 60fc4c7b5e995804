using Harness.Contracts;
using Harness.Drift.Baselines;
using Harness.Drift.Comparison;
using Harness.Drift.Probing;

namespace Harness.Drift.Runs;

/// <summary>Holds what a run has seen against what is known of its target, and names contract lines as a checkout does.</summary>
internal sealed class RunComparison(CompiledContracts contracts, Baseline baseline, ContractPlaces places)
{
    public ComparisonOutcome Judge(RunRecord run, IReadOnlyList<Observation> seen)
    {
        ComparisonOutcome outcome = Comparer.Compare(new ComparisonInput
        {
            Operations = contracts.Operations,
            Families = contracts.Families,
            Tonight = seen,
            Baseline = baseline,
            RunId = run.RunId,
            At = run.StartedAt,
        });
        return outcome with
        {
            Findings = [.. outcome.Findings.Select(f => f with { Contract = places.Of(f.Contract) })],
            Environment = [.. outcome.Environment.Select(f => f with { Contract = places.Of(f.Contract) })],
            Patches = [.. outcome.Patches.Select(p => p with { Contract = places.Of(p.Contract) })],
        };
    }
}
