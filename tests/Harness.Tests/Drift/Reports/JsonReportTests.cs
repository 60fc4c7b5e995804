using System.Text.Json.Nodes;
using Harness.Drift.Reports;

namespace Harness.Tests.Drift.Reports;

internal sealed class JsonReportTests
{
    private readonly JsonReport _format = new();

    [Test]
    public void The_document_has_the_members_that_programs_rely_on()
    {
        JsonNode report = JsonNode.Parse(_format.Render(Runs.Report(Runs.Finding())))!;

        ((string?)report["schema"]).Should().Be("harness-drift/1");
        ((string?)report["verdict"]).Should().Be("drift");
        ((int)report["exitCode"]!).Should().Be(1);
        ((int)report["coverage"]!["planned"]!).Should().Be(4);
        ((int)report["coverage"]!["probed"]!).Should().Be(3);
        ((int)report["coverage"]!["observed2xx"]!).Should().Be(2);
        ((int)report["coverage"]!["skipped"]!["not-listed"]!).Should().Be(1);
        ((int)report["requests"]!["sent"]!).Should().Be(9);
        ((int)report["requests"]!["byMethod"]!["GET"]!).Should().Be(9);
        ((JsonObject)report).Select(m => m.Key).Should().Contain(["runId", "target", "startedAt", "finishedAt", "findings", "environment"]);
        var finding = (JsonObject)report["findings"]![0]!;
        finding.Select(m => m.Key).Should().Contain(
            ["rule", "title", "kind", "family", "method", "path", "pointer", "severity", "gates", "evidence", "before", "after", "because", "fingerprint", "contract"]);
        ((string?)finding["severity"]).Should().Be("error");
        ((string?)finding["evidence"]).Should().Be("E3");
        ((string?)finding["contract"]!["file"]).Should().Be("contracts/defender/openapi.yml");
        ((int)finding["contract"]!["line"]!).Should().Be(12);
        ((string?)report["environment"]![0]!["rule"]).Should().Be("DRIFT003");
    }

    [Test]
    public void What_was_written_is_read_back_the_same()
    {
        RunReport report = Runs.Report(Runs.Finding(), Runs.Finding("DRIFT303", pointer: Runs.Hostile));

        string text = _format.Render(report);

        _format.Render(JsonReport.Parse(text)!).Should().Be(text);
        JsonReport.Parse(text).Should().BeEquivalentTo(report);
    }

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("""{"schema":"something/1"}""")]
    public void Another_document_is_no_report(string text) => JsonReport.Parse(text).Should().BeNull();
}
