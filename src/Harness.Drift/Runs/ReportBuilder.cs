using Harness.Contracts.Operations;
using Harness.Drift.Baselines;
using Harness.Drift.Comparison;
using Harness.Drift.Findings;
using Harness.Drift.Probing;
using Harness.Drift.Reports;
using Harness.Drift.Reports.Html;

namespace Harness.Drift.Runs;

/// <summary>Puts what was seen, what was made of it and what earlier nights said together into one report.</summary>
internal sealed class ReportBuilder(RunRecord run, TargetHistory history, IReadOnlyList<Suppression> suppressions, IEnumerable<Operation> operations, ContractPlaces places)
{
    // Reasons that are decided before a run starts; what else keeps a probe from being sent counts against the coverage floor.
    private static readonly HashSet<string> Decided = new(StringComparer.Ordinal) { "not-listed", "unsafe", "no-parameter-value" };

    public RunReport Build(ComparisonOutcome judgment)
    {
        IReadOnlyList<Finding> findings = history.Ledger.Judge(judgment.Findings, suppressions, run.RunId);
        ComparisonOutcome stated = judgment with { Findings = findings };
        var outcomes = new OutcomeMap(run.Observations, stated, operations, places);
        ReportedOperation[] rows = [.. run.Planned.Select(outcomes.Of)];
        RunCoverage coverage = Coverage(rows);
        VerdictDecision decision = VerdictDecision.Of(coverage, findings, rows, run.MissingParts);
        Night tonight = Tonight(decision, coverage, findings);
        return new RunReport
        {
            RunId = run.RunId,
            Target = run.Target,
            TargetFile = run.TargetFile,
            StartedAt = run.StartedAt,
            FinishedAt = run.FinishedAt,
            Verdict = decision.Verdict,
            ExitCode = decision.ExitCode,
            Because = decision.Because,
            Coverage = coverage,
            Requests = run.Requests,
            Findings = [.. FindingText.InOrder(findings)],
            Environment = [.. FindingText.InOrder(judgment.Environment)],
            Resolved = history.Ledger.Resolved(findings, Judged(rows)),
            Health = run.Health,
            Patches = judgment.Patches,
            Trend = [.. history.With(tonight).Nights.TakeLast(TrendChart.Nights)],
            Operations = rows,
        };
    }

    /// <summary>The history that the next night starts from.</summary>
    public TargetHistory After(RunReport report) => history.With(report.Trend[^1]) with
    {
        Ledger = history.Ledger.After(report.Findings, report.Resolved, report.RunId),
    };

    private RunCoverage Coverage(ReportedOperation[] rows)
    {
        ILookup<string, Observation> seen = run.Observations.ToLookup(o => $"{o.Family} {o.Method} {o.Path}", StringComparer.Ordinal);
        return new RunCoverage
        {
            Planned = rows.Length,
            Probed = rows.Count(r => seen[$"{r}"].Any(o => o.Outcome == ProbeOutcome.Answered)),
            Observed2xx = rows.Count(r => seen[$"{r}"].Any(EndpointRun.IsSuccess)),
            Skipped = new SortedDictionary<string, int>(
                rows.Where(r => r.Outcome == OperationOutcome.NotProbed).GroupBy(r => r.Reason, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal),
                StringComparer.Ordinal),
            Conclusive = rows.Count(OutcomeMap.IsConclusive),
            Sendable = rows.Count(r => r.Outcome != OperationOutcome.NotProbed || !Decided.Contains(r.Reason)),
            Floor = run.Floor,
            NotReadable = run.NotReadable,
        };
    }

    private Night Tonight(VerdictDecision decision, RunCoverage coverage, IReadOnlyList<Finding> findings) => new()
    {
        RunId = run.RunId,
        At = run.StartedAt,
        Verdict = decision.Verdict,
        Gating = findings.Count(f => f.Gates),
        Findings = findings.Count(f => f.Severity >= Severity.Warn && f.State is FindingState.New or FindingState.Known),
        Conclusive = coverage.Conclusive,
        Sendable = coverage.Sendable,
    };

    private static HashSet<string> Judged(ReportedOperation[] rows) =>
        rows.Where(r => r.Outcome is OperationOutcome.Passed or OperationOutcome.Drifted).Select(r => $"{r}").ToHashSet(StringComparer.Ordinal);
}
