using System.Text;
using Harness.Drift.Reports;

namespace Harness.Tests.Drift.Reports;

internal sealed class MarkdownReportTests
{
    private readonly MarkdownReport _format = new();

    [Test]
    public void A_run_with_more_findings_than_a_summary_holds_says_how_many_are_left_out()
    {
        RunReport report = Runs.Report([.. Enumerable.Range(0, 20_000).Select(i => Runs.Finding(pointer: $"/value/*/property{i}"))]);

        string text = _format.Render(report);

        Encoding.UTF8.GetByteCount(text).Should().BeLessThan(1024 * 1024).And.BeGreaterThan(900 * 1024);
        text.Should().MatchRegex("\\d+ more of 20000 are left out here").And.Contain("### Last nights");
    }

    [Test]
    public void What_comes_from_outside_mentions_nobody_and_breaks_no_table()
    {
        string text = _format.Render(Runs.Report(Runs.Finding(pointer: Runs.Hostile) with { After = Runs.Hostile }));

        text.Should().NotContain("<script").And.NotContain("@team");
        text.Split('\n').Should().NotContain(line => line.StartsWith("::", StringComparison.Ordinal));
    }

    [Test]
    public void The_first_line_is_the_verdict() => _format.Render(Runs.Report(Runs.Finding())).Should().StartWith("## Drift: contoso-lab");
}
