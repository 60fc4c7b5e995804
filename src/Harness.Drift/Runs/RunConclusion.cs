using Harness.Contracts;
using Harness.Drift.Baselines;
using Harness.Drift.Comparison;
using Harness.Drift.Reports;

namespace Harness.Drift.Runs;

/// <summary>Judges a run that is over, writes its reports, and lets the baseline learn from it; for a whole run and for merged parts alike.</summary>
internal sealed class RunConclusion(CompiledContracts contracts, TargetKnowledge knowledge, DriftRunSettings settings)
{
    public RunReport Draw(RunRecord run)
    {
        var places = new ContractPlaces(run.Contracts);
        ComparisonOutcome judgment = new RunComparison(contracts, knowledge.Baseline, places).Judge(run, run.Observations);
        var builder = new ReportBuilder(run, knowledge.History, knowledge.Suppressions, contracts.Operations, places);
        RunReport report = builder.Build(judgment);
        new ReportFolder(settings.Out).Write(report, settings.Formats);
        if (knowledge.Folder is { } folder && settings.Learns)
        {
            Baseline learned = knowledge.Baseline.Learn(run.Observations, run.RunId, run.StartedAt, judgment.Environment, judgment.Findings);
            folder.Write(learned, knowledge.Baseline);
            folder.WriteHistory(builder.After(report));
        }

        return report;
    }
}
