using System.Text.Json.Nodes;
using System.Xml.Linq;
using Harness.Drift.Findings;
using Harness.Drift.Reports;

namespace Harness.Tests.Drift.Reports;

internal sealed class TestCaseReportTests
{
    [Test]
    public void Junit_has_one_case_an_operation_with_drift_as_failure_faults_as_errors_and_the_environment_as_skipped()
    {
        XElement suites = XDocument.Parse(new JunitReport().Render(Runs.Report(Runs.Finding()))).Root!;

        suites.Descendants("testcase").Should().HaveCount(5);
        suites.Descendants("failure").Should().ContainSingle().Which.Attribute("type")!.Value.Should().Be("DRIFT301");
        suites.Descendants("error").Should().ContainSingle();
        suites.Descendants("skipped").Select(s => s.Attribute("message")!.Value).Should().BeEquivalentTo("DRIFT003", "not-listed");
        suites.Element("testsuite")!.Attributes().Where(a => a.Name.LocalName is "tests" or "failures" or "errors" or "skipped").Select(a => a.Value).Should().Equal("5", "1", "1", "2");
    }

    [Test]
    public void Junit_stays_readable_whatever_a_contract_calls_its_paths()
    {
        RunReport report = Runs.Report(Runs.Finding(pointer: Runs.Hostile + "\u0001"));

        XDocument.Parse(new JunitReport().Render(report)).Descendants("failure").Should().ContainSingle();
    }

    [Test]
    public void Ctrf_counts_the_same_cases()
    {
        JsonNode document = JsonNode.Parse(new CtrfReport().Render(Runs.Report(Runs.Finding())))!;

        ((string?)document["reportFormat"]).Should().Be("CTRF");
        ((string?)document["results"]!["tool"]!["name"]).Should().Be("harness");
        JsonNode summary = document["results"]!["summary"]!;
        ((int)summary["tests"]!, (int)summary["passed"]!, (int)summary["failed"]!, (int)summary["skipped"]!, (int)summary["other"]!).Should().Be((5, 1, 1, 2, 1));
        ((JsonArray)document["results"]!["tests"]!).Should().OnlyContain(t => t!["name"] != null && t["status"] != null && t["duration"] != null);
    }

    [Test]
    public void Annotations_are_at_most_ten_a_kind_gating_first_and_cannot_be_forged()
    {
        RunReport report = Runs.Report(
            [.. Enumerable.Range(0, 25).Select(i => Runs.Finding(pointer: $"/p{i}")), .. Enumerable.Range(0, 25).Select(i => Runs.Finding("DRIFT303", pointer: $"/q{i}{Runs.Hostile}", severity: Severity.Info, gates: false))]);

        string[] lines = [.. GithubAnnotations.Of(report)];

        lines.Should().HaveCount(20).And.OnlyContain(l => !l.Contains('\n'));
        lines.Take(10).Should().OnlyContain(l => l.StartsWith("::error file=contracts/defender/openapi.yml,line=12,title="));
        lines.Skip(10).Should().OnlyContain(l => l.StartsWith("::notice "));
    }
}
