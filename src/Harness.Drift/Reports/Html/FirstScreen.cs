using Harness.Drift.Findings;
using Harness.Drift.Probing;

namespace Harness.Drift.Reports.Html;

/// <summary>What a person sees without scrolling: the verdict, the counts, and whether enough was seen to believe them.</summary>
internal static class FirstScreen
{
    public static void Add(HtmlText html, RunReport report)
    {
        string verdict = VerdictText.Word(report.Verdict);
        html.Add($"<header class=\"{verdict.ToLowerInvariant()}\"><h1>{verdict}</h1><p>{report.Because}</p>")
            .Add($"<p class=\"soft\">{report.Target} · {VerdictText.Time(report.StartedAt)} · {report.Requests.Sent} requests sent ({string.Join(", ", report.Requests.ByMethod.Select(m => $"{m.Key} {m.Value}"))}) · exit code {report.ExitCode}</p></header>")
            .Raw("<div class=\"tiles\">");
        Tile(html, report.Gating.Any() ? "bad" : "good", $"{report.Gating.Count()}", "gating");
        Tile(html, "", $"{report.Count(FindingState.New)}", "new");
        Tile(html, "", $"{report.Count(FindingState.Known)}", "known");
        Tile(html, report.Resolved.Count > 0 ? "good" : "", $"{report.Resolved.Count}", "resolved");
        Tile(html, report.Coverage.IsUnderFloor ? "warn" : "good", VerdictText.Percent(report.Coverage.Share), $"conclusive, floor {VerdictText.Percent(report.Coverage.Floor)}");
        Tile(html, "", $"{report.Coverage.Probed} / {report.Coverage.Planned}", "GETs answered / planned");
        html.Raw("</div>");
        html.Add($"<p class=\"soft\">{VerdictText.Health(report)}. {NotReadable(report.Coverage)}{Sessions(report)}</p>");
    }

    private static void Tile(HtmlText html, string tone, string number, string label) =>
        html.Add($"<div class=\"tile {tone}\"><b>{number}</b><span class=\"soft\">{label}</span></div>");

    private static string NotReadable(RunCoverage coverage) =>
        coverage.NotReadable == 0 ? "" : $"{VerdictText.Plural(coverage.NotReadable, "operation")} of these families are no GET and cannot be checked. ";

    private static string Sessions(RunReport report)
    {
        string[] sick = [.. report.Health.Where(h => h.Session == SessionHealth.Unhealthy).Select(h => h.Family)];
        return sick.Length > 0 ? $"Sessions that failed: {string.Join(", ", sick)}."
            : report.Health.Count > 0 ? "No session failed." : "";
    }
}
