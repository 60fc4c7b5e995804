namespace Harness.Drift.Reports.Html;

/// <summary>Every operation as a small square, by family: what was seen, what was not and what changed, at one glance.</summary>
internal static class CoverageMap
{
    private const int Size = 11;
    private const int Step = 14;
    private const int PerRow = 50;

    public static void Add(HtmlText html, RunReport report)
    {
        if (report.Operations.Count == 0)
        {
            return;
        }

        html.Raw("<section><h2>Coverage by family</h2><p class=\"soft key\">")
            .Raw("<span class=\"passed\"></span>as expected<span class=\"drifted\"></span>changed<span class=\"environment\"></span>could not be judged")
            .Raw("<span class=\"not-probed\"></span>not probed<span class=\"faulted\"></span>runner failed</p><div class=\"map\">");
        foreach (IGrouping<string, ReportedOperation> family in report.Operations.GroupBy(o => o.Family, StringComparer.Ordinal))
        {
            Row(html, family.Key, [.. family.OrderBy(o => o.Outcome).ThenBy(o => o.Path, StringComparer.Ordinal)]);
        }

        html.Raw("</div></section>");
    }

    private static void Row(HtmlText html, string family, ReportedOperation[] operations)
    {
        int rows = (operations.Length + PerRow - 1) / PerRow;
        html.Add($"<div>{family}</div><div><svg role=\"img\" width=\"{PerRow * Step}\" height=\"{rows * Step}\" viewBox=\"0 0 {PerRow * Step} {rows * Step}\"><title>{family}</title>");
        for (int i = 0; i < operations.Length; i++)
        {
            ReportedOperation operation = operations[i];
            html.Add($"<rect class=\"{Class(operation.Outcome)}\" x=\"{i % PerRow * Step}\" y=\"{i / PerRow * Step}\" width=\"{Size}\" height=\"{Size}\" rx=\"2\"><title>{operation.Method} {operation.Path} {operation.Reason}</title></rect>");
        }

        int seen = operations.Count(o => o.Outcome is OperationOutcome.Passed or OperationOutcome.Drifted);
        html.Add($"</svg></div><div class=\"soft right\">{seen} of {operations.Length}</div>");
    }

    private static string Class(OperationOutcome outcome) => outcome switch
    {
        OperationOutcome.Passed => "passed",
        OperationOutcome.Drifted => "drifted",
        OperationOutcome.Environment => "environment",
        OperationOutcome.Faulted => "faulted",
        _ => "not-probed",
    };
}
