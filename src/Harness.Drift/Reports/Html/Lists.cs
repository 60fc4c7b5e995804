namespace Harness.Drift.Reports.Html;

/// <summary>The plain tables of the page.</summary>
internal static class Lists
{
    public static void Resolved(HtmlText html, RunReport report) => Table(
        html,
        "Resolved since the last run",
        ["Rule", "Family", "Where"],
        report.Resolved.Select(r => (string[])[r.Rule, r.Family, $"{r.Method} {r.Path} {r.Pointer}".TrimEnd()]));

    public static void Environment(HtmlText html, RunReport report) => Table(
        html,
        "Environment, not drift",
        ["Rule", "Family", "Operations", "Why"],
        report.Environment.GroupBy(f => (f.Rule, f.Title, f.Family))
            .OrderBy(g => g.Key.Rule, StringComparer.Ordinal).ThenBy(g => g.Key.Family, StringComparer.Ordinal)
            .Select(g => (string[])[$"{g.Key.Rule} {g.Key.Title}", g.Key.Family, $"{g.Count()}", g.First().Because]));

    public static void Patches(HtmlText html, RunReport report) => Table(
        html,
        "Proposed contract patches",
        ["Contract", "Where", "Proposal", "Why"],
        report.Patches.Select(p => (string[])[p.Contract is { } at ? $"{at.File}:{at.Line}" : p.Family, $"{p.Method} {p.Path} {p.Pointer}".TrimEnd(), FindingText.Proposal(p), FindingText.Because(p)]));

    public static void Skipped(HtmlText html, RunReport report) => Table(
        html, "Not probed", ["Reason", "Operations"], report.Coverage.Skipped.Select(s => (string[])[s.Key, $"{s.Value}"]));

    private static void Table(HtmlText html, string title, string[] columns, IEnumerable<string[]> rows)
    {
        string[][] all = [.. rows];
        if (all.Length == 0)
        {
            return;
        }

        html.Add($"<section><h2>{title} ({all.Length})</h2><table><tr>");
        foreach (string column in columns)
        {
            html.Add($"<th>{column}</th>");
        }

        html.Raw("</tr>");
        foreach (string[] row in all)
        {
            html.Raw("<tr>");
            foreach (string cell in row)
            {
                html.Add($"<td>{cell}</td>");
            }

            html.Raw("</tr>");
        }

        html.Raw("</table></section>");
    }
}
