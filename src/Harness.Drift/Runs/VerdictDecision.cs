using Harness.Drift.Findings;
using Harness.Drift.Reports;

namespace Harness.Drift.Runs;

/// <summary>The verdict of a run, its exit code, and the sentence that says why.</summary>
internal sealed record VerdictDecision(Verdict Verdict, int ExitCode, string Because)
{
    private const int Clean = 0;
    private const int Drift = 1;
    private const int Inconclusive = 3;
    private const int NothingRan = 5;

    public static VerdictDecision Of(RunCoverage coverage, IReadOnlyList<Finding> findings, IReadOnlyList<ReportedOperation> operations, IReadOnlyList<string> missingParts)
    {
        int gating = findings.Count(f => f.Gates);
        if (gating > 0)
        {
            string operationsText = VerdictText.Plural(findings.Where(f => f.Gates).Select(f => (f.Family, f.Method, f.Path)).Distinct().Count(), "endpoint");
            return new VerdictDecision(Verdict.Drift, Drift, $"{VerdictText.Plural(gating, "finding")} on {operationsText} {(gating == 1 ? "gates" : "gate")}.");
        }

        if (missingParts.Count > 0)
        {
            return new VerdictDecision(Verdict.Inconclusive, Inconclusive, $"Parts of the run are missing: {string.Join(", ", missingParts)}.");
        }

        if (coverage.Sendable == 0)
        {
            return new VerdictDecision(Verdict.Inconclusive, NothingRan, "Nothing was probed: no GET of the chosen families can be filled and is allowed.");
        }

        if (Blind(operations) is { Length: > 0 } blind)
        {
            return new VerdictDecision(Verdict.Inconclusive, Inconclusive, $"No answer of {string.Join(", ", blind)} could be judged.");
        }

        if (coverage.IsUnderFloor)
        {
            return new VerdictDecision(
                Verdict.Inconclusive,
                Inconclusive,
                $"Only {VerdictText.Percent(coverage.Share)} of what was to be probed could be judged; the floor is {VerdictText.Percent(coverage.Floor)}.");
        }

        int quiet = findings.Count(f => f.State is FindingState.New or FindingState.Known && f.Severity >= Severity.Warn);
        return new VerdictDecision(Verdict.Clean, Clean, quiet == 0 ? "Everything that could be judged is as it was." : $"Nothing gates; {VerdictText.Plural(quiet, "warning")} to look at.");
    }

    // A family of which nothing was seen must not hide behind the others, nor behind ids that nothing named.
    private static string[] Blind(IReadOnlyList<ReportedOperation> operations) =>
    [
        .. operations.Where(o => o.Outcome is not OperationOutcome.NotProbed || o.Reason is "no-session" or "budget" or "not-reached")
            .GroupBy(o => o.Family, StringComparer.Ordinal).Where(g => !g.Any(o => OutcomeMap.IsConclusive(o) && o.Reason != "DRIFT007")).Select(g => g.Key),
    ];
}
