using System.Text.Json.Nodes;
using Harness.Drift.Findings;
using Harness.Drift.Reports;

namespace Harness.Tests.Drift.Reports;

internal sealed class SarifReportTests
{
    private readonly SarifReport _format = new();

    [Test]
    public void The_log_is_of_version_2_1_0_with_one_run_of_a_named_tool()
    {
        JsonNode log = Log(Runs.Finding());

        ((string?)log["version"]).Should().Be("2.1.0");
        ((JsonArray)log["runs"]!).Should().ContainSingle();
        ((string?)log["runs"]![0]!["tool"]!["driver"]!["name"]).Should().NotBeNullOrEmpty();
    }

    [TestCase("../shared/specs/x/openapi.yml", "shared/specs/x/openapi.yml")]
    [TestCase("/etc/x.yml", "etc/x.yml")]
    [TestCase("C:\\contracts\\a b.yml", "contracts/a%20b.yml")]
    public void Every_result_has_a_physical_location_inside_the_checkout(string file, string expected) =>
        Uri(Result(Runs.Finding() with { Contract = new ContractAnchor(file, 0) })).Should().Be(expected);

    [Test]
    public void A_finding_without_a_contract_line_points_at_its_familys_file()
    {
        JsonNode result = Result(Runs.Finding() with { Contract = null });

        Uri(result).Should().Be("contracts/defender/family.yml");
        ((int)result["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]!).Should().Be(1);
    }

    [Test]
    public void Every_result_names_a_rule_that_has_help_and_carries_its_fingerprint()
    {
        JsonNode log = Log(Runs.Finding(), Runs.Finding("DRIFT102", pointer: ""));
        var rules = (JsonArray)log["runs"]![0]!["tool"]!["driver"]!["rules"]!;

        foreach (JsonNode? result in (JsonArray)log["runs"]![0]!["results"]!)
        {
            JsonNode rule = rules[(int)result!["ruleIndex"]!]!;
            ((string?)rule["id"]).Should().Be((string?)result["ruleId"]);
            ((string?)rule["help"]!["text"]).Should().NotBeNullOrEmpty();
            ((JsonObject)result["partialFingerprints"]!).Should().ContainSingle().Which.Value!.ToString().Should().NotBeEmpty();
        }
    }

    [Test]
    public void What_is_not_drift_is_a_notification_and_no_result()
    {
        JsonNode run = Log(Runs.Finding())["runs"]![0]!;

        ((JsonArray)run["results"]!).Select(r => (string?)r!["ruleId"]).Should().Equal("DRIFT301");
        ((JsonArray)run["invocations"]![0]!["toolExecutionNotifications"]!).Select(n => (string?)n!["descriptor"]!["id"]).Should().Equal("DRIFT003");
    }

    [Test]
    public void What_somebody_dealt_with_is_marked_as_suppressed() =>
        ((JsonArray)Result(Runs.Finding() with { State = FindingState.Accepted })["suppressions"]!).Should().ContainSingle();

    [Test]
    public void More_results_than_code_scanning_keeps_are_counted()
    {
        JsonNode run = Log([.. Enumerable.Range(0, 5001).Select(i => Runs.Finding(pointer: $"/p{i}"))])["runs"]![0]!;

        ((JsonArray)run["results"]!).Should().HaveCount(5000);
        ((JsonArray)run["invocations"]![0]!["toolExecutionNotifications"]!).Select(n => (string?)n!["message"]!["text"]).Should().Contain(t => t!.StartsWith("1 more"));
    }

    private static string? Uri(JsonNode result) => (string?)result["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"];

    private JsonNode Result(Finding finding) => Log(finding)["runs"]![0]!["results"]![0]!;

    private JsonNode Log(params IReadOnlyList<Finding> findings) => JsonNode.Parse(_format.Render(Runs.Report(findings)))!;
}
