using System.Text.Json.Nodes;
using Harness.Cli.Terminal;
using Harness.Drift.Findings;
using Harness.Drift.Reports;
using Spectre.Console;

namespace Harness.Cli.Drift;

/// <summary>The end of a run, for the person or the program that started it.</summary>
internal sealed class RunScreen(Screen screen)
{
    private const int MostLines = 25;

    public void Show(RunReport report, string folder)
    {
        if (screen.IsJson)
        {
            screen.Json(JsonNode.Parse(new JsonReport().Render(report))!);
            return;
        }

        screen.Line();
        Say($"[bold {Color(report.Verdict)}]{report.Verdict}[/]: ", report.Because);
        screen.Line(
            $"{report.Count(FindingState.New)} new, {report.Count(FindingState.Known)} known, {report.Resolved.Count} resolved; "
            + $"{report.Coverage.Probed} of {report.Coverage.Planned} GETs answered, {report.Coverage.Observed2xx} with 2xx, {report.Requests.Sent} requests sent");
        Finding[] loud = [.. report.Findings.Where(f => f.Severity >= Severity.Warn && f.State is FindingState.New or FindingState.Known)];
        foreach (Finding finding in loud.Take(MostLines))
        {
            Show(finding);
        }

        if (loud.Length > MostLines)
        {
            screen.Line($"... and {loud.Length - MostLines} more");
        }

        foreach (IGrouping<(string Rule, string Title), Finding> group in report.Environment.GroupBy(f => (f.Rule, f.Title)).OrderBy(g => g.Key.Rule, StringComparer.Ordinal))
        {
            screen.Line($"not drift: {group.Count()} x {group.Key.Rule} {group.Key.Title} ({string.Join(", ", group.Select(f => f.Family).Distinct(StringComparer.Ordinal))})");
        }

        screen.Line($"Reports are in {folder}.");
        if (Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true")
        {
            foreach (string line in GithubAnnotations.Of(report))
            {
                screen.Line(line);
            }
        }
    }

    private void Show(Finding finding)
    {
        string color = finding.Gates ? "red" : "yellow";
        Say($"[{color}]{finding.Rule}[/] ", $"{$"{finding.Family} {finding.Method} {finding.Path} {finding.Pointer}".TrimEnd()}: {finding.Title}");
        screen.Line($"  {(finding.Before.Length + finding.After.Length > 0 ? $"{finding.Before} -> {finding.After}; " : "")}{finding.Because} [{finding.Evidence}{(finding.Gates ? ", gates" : "")}] {finding.Fingerprint}");
    }

    // In a pipe a line is a line, however long.
    private void Say(string markup, string text)
    {
        if (screen.IsTerminal)
        {
            screen.Markup(markup + Markup.Escape(text));
        }
        else
        {
            screen.Line(Markup.Remove(markup) + text);
        }
    }

    private static string Color(Verdict verdict) => verdict switch
    {
        Verdict.Clean => "green",
        Verdict.Drift => "red",
        _ => "yellow",
    };
}
