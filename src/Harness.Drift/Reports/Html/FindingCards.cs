using Harness.Drift.Findings;

namespace Harness.Drift.Reports.Html;

/// <summary>Findings grouped by family, each with what it was, what it is and how to look again.</summary>
internal static class FindingCards
{
    // A page with tens of thousands of cards opens in no browser.
    private const int Most = 2000;

    public static void Add(HtmlText html, RunReport report, string title, IEnumerable<Finding> findings)
    {
        Finding[] all = [.. FindingText.InOrder(findings)];
        if (all.Length > 0)
        {
            html.Add($"<section><h2>{title} ({all.Length})</h2>");
            Cards(html, report, all);
            html.Raw("</section>");
        }
    }

    /// <summary>As <see cref="Add"/>, closed until somebody opens it.</summary>
    public static void AddFolded(HtmlText html, RunReport report, string title, IEnumerable<Finding> findings)
    {
        Finding[] all = [.. FindingText.InOrder(findings)];
        if (all.Length > 0)
        {
            html.Add($"<details><summary>{title} ({all.Length})</summary>");
            Cards(html, report, all);
            html.Raw("</details>");
        }
    }

    private static void Cards(HtmlText html, RunReport report, Finding[] findings)
    {
        foreach (IGrouping<string, Finding> family in findings.Take(Most).GroupBy(f => f.Family, StringComparer.Ordinal))
        {
            html.Add($"<h3>{family.Key}</h3>");
            foreach (Finding finding in family)
            {
                Card(html, report, finding);
            }
        }

        if (findings.Length > Most)
        {
            html.Add($"<p>{findings.Length - Most} more are in report.json.</p>");
        }
    }

    private static void Card(HtmlText html, RunReport report, Finding finding)
    {
        html.Add($"<article class=\"{finding.Severity.ToString().ToLowerInvariant()} {(finding.Gates ? "gates" : "")}\">")
            .Add($"<b>{finding.Title}</b> <span class=\"tag\">{finding.Rule}</span><span class=\"tag\">{finding.Evidence.ToString()}</span><span class=\"tag\">{finding.State.ToString().ToLowerInvariant()}</span>")
            .Add($"<p><code>{finding.Method} {finding.Path}</code>");
        if (finding.Pointer.Length > 0)
        {
            html.Add($" at <code>{finding.Pointer}</code>");
        }

        html.Raw("</p>");
        if (finding.Before.Length + finding.After.Length > 0)
        {
            html.Add($"<div class=\"change\"><code class=\"before\">{OrNothing(finding.Before)}</code> → <code class=\"after\">{OrNothing(finding.After)}</code></div>");
        }

        html.Add($"<p class=\"soft\">{finding.Because}");
        if (finding.Contract is { } contract)
        {
            html.Add($" <code>{contract.File}:{contract.Line}</code>");
        }

        html.Add($" <code>{finding.Fingerprint}</code></p><code class=\"replay\">{FindingText.Replay(report, finding)}</code></article>");
    }

    private static string OrNothing(string text) => text.Length == 0 ? "nothing" : text;
}
