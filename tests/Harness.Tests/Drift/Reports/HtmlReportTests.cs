using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Harness.Drift.Reports;
using Harness.Drift.Reports.Html;

namespace Harness.Tests.Drift.Reports;

internal sealed class HtmlReportTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly HtmlReport _format = new();

    [Test]
    public void The_page_allows_its_one_style_sheet_and_nothing_else()
    {
        string page = _format.Render(Runs.Report(Runs.Finding()));

        string style = Regex.Match(page, "<style>(?<css>.*?)</style>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, Patience).Groups["css"].Value;
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        page.Should().Contain($"default-src 'none'; style-src 'sha256-{hash}'");
        page.Should().NotContainAny("<script", " style=", " src=", " href=", "url(");
    }

    [Test]
    public void Nothing_that_comes_from_outside_becomes_markup()
    {
        RunReport report = Runs.Report(Runs.Finding(pointer: Runs.Hostile, path: Runs.Hostile)) with { Target = Runs.Hostile, Because = Runs.Hostile };

        _format.Render(report).Should().NotContain("<script").And.NotContain("</title><script").And.Contain("&lt;script&gt;");
    }

    [Test]
    public void The_first_screen_has_the_verdict_the_counts_and_the_health_of_the_run()
    {
        string page = _format.Render(Runs.Report(Runs.Finding()));

        page.Should().Contain("<h1>Drift</h1>").And.Contain("conclusive, floor 50%").And.Contain("GETs answered / planned").And.Contain("resolved");
    }

    [Test]
    public void A_finding_that_gates_comes_with_what_changed_and_a_command_to_look_again()
    {
        string page = _format.Render(Runs.Report(Runs.Finding()));

        page.Should().Contain("string in 14 of 14 documents").And.Contain("absent in 3")
            .And.Contain("harness drift run --target targets/contoso-lab.yml --only &#x27;GET /apiproxy/mtp/incidents&#x27;");
    }

    [Test]
    public void Every_operation_is_on_the_map() =>
        Regex.Count(_format.Render(Runs.Report()), "<rect class=\"(passed|drifted|environment|not-probed|faulted)\"", RegexOptions.ExplicitCapture, Patience).Should().Be(5);

    [Test]
    public void The_trend_has_fourteen_nights() =>
        Regex.Count(_format.Render(Runs.Report()), "<rect class=\"bar-", RegexOptions.None, Patience).Should().Be(14);
}
