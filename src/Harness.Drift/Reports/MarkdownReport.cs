using Harness.Drift.Findings;

namespace Harness.Drift.Reports;

/// <summary><c>report.md</c>: the first screen of a nightly run, for a job summary or a comment.</summary>
public sealed class MarkdownReport : IReportFormat
{
    /// <summary>GitHub drops a whole job summary that is larger.</summary>
    public const int Limit = 1024 * 1024;

    public string Id => "md";

    public string FileName => "report.md";

    public string Render(RunReport report)
    {
        var text = new MarkdownText(Limit);
        text.Line($"## {VerdictText.Word(report.Verdict)}: {report.Target}");
        text.Plain();
        text.Line($"{report.Because}");
        text.Plain();
        text.Line($"- {VerdictText.Counts(report)}");
        text.Line($"- {VerdictText.Health(report)}");
        text.Line($"- {report.Requests.Sent} requests sent ({string.Join(", ", report.Requests.ByMethod.Select(m => $"{m.Key} {m.Value}"))}), {VerdictText.Time(report.StartedAt)}, run {report.RunId}");
        text.Plain();
        Findings(text, "Findings that gate", report, report.Gating);
        Findings(text, "New, not gating", report, report.Findings.Where(f => !f.Gates && f.State == FindingState.New));
        Findings(text, "Known, not gating", report, report.Findings.Where(f => !f.Gates && f.State == FindingState.Known));
        Findings(text, "Accepted or suppressed", report, report.Findings.Where(f => f.State is FindingState.Accepted or FindingState.Suppressed && !f.Gates));
        Environment(text, report);
        Patches(text, report);
        Skipped(text, report);
        Trend(text, report);
        return text.ToString();
    }

    private static void Findings(MarkdownText text, string title, RunReport report, IEnumerable<Finding> findings)
    {
        Finding[] rows = [.. FindingText.InOrder(findings)];
        text.Table(title, ["Rule", "Family", "Where", "Before → after", "Evidence", "Why", "Fingerprint"], rows, f =>
        [
            $"{f.Rule} {MarkdownText.Escape(f.Title)}",
            MarkdownText.Escape(f.Family),
            MarkdownText.Code(FindingText.Place(f)),
            MarkdownText.Escape(FindingText.Change(f)),
            f.Evidence.ToString(),
            MarkdownText.Escape(f.Because),
            MarkdownText.Code(f.Fingerprint),
        ]);
        if (rows is [{ Gates: true } first, ..])
        {
            text.Plain($"Look again at the first: {MarkdownText.Code(FindingText.Replay(report, first))}");
            text.Plain();
        }
    }

    private static void Environment(MarkdownText text, RunReport report) => text.Table(
        "Environment, not drift",
        ["Rule", "Family", "Operations", "Why"],
        [.. report.Environment.GroupBy(f => (f.Rule, f.Title, f.Family)).OrderBy(g => g.Key.Rule, StringComparer.Ordinal).ThenBy(g => g.Key.Family, StringComparer.Ordinal)],
        g => [$"{g.Key.Rule} {MarkdownText.Escape(g.Key.Title)}", MarkdownText.Escape(g.Key.Family), $"{g.Count()}", MarkdownText.Escape(g.First().Because)]);

    private static void Patches(MarkdownText text, RunReport report) => text.Table(
        "Proposed contract patches",
        ["Contract", "Where", "Proposal", "Why"],
        report.Patches,
        p =>
        [
            MarkdownText.Code(p.Contract is { } at ? $"{at.File}:{at.Line}" : p.Family),
            MarkdownText.Code($"{p.Method} {p.Path} {p.Pointer}".TrimEnd()),
            MarkdownText.Code(FindingText.Proposal(p)),
            FindingText.Because(p),
        ]);

    private static void Skipped(MarkdownText text, RunReport report) => text.Table(
        "Not probed",
        ["Reason", "Operations"],
        report.Coverage.Skipped,
        s => [MarkdownText.Escape(s.Key), $"{s.Value}"]);

    private static void Trend(MarkdownText text, RunReport report) => text.Table(
        "Last nights",
        ["Night", "Verdict", "Gating", "Findings", "Conclusive"],
        report.Trend,
        n => [VerdictText.Time(n.At), VerdictText.Word(n.Verdict), $"{n.Gating}", $"{n.Findings}", $"{n.Conclusive} of {n.Sendable}"]);
}
