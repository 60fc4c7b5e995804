using Harness.Contracts;
using Harness.Drift.Baselines;
using Harness.Tests.Drift.Reports;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Baselines;

internal sealed class SuppressionTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private const string Sound = """
        suppressions:
          - rule: DRIFT301
            operation: GET /apiproxy/mtp/**
            reason: known outage of the severity service
            owner: team-portal
            expires: 2026-11-20
        """;

    [Test]
    public void A_suppression_holds_through_its_last_day_for_its_rule_and_operations()
    {
        Suppression suppression = Read(Sound, out _).Should().ContainSingle().Subject;

        suppression.Covers(Runs.Finding()).Should().BeTrue();
        suppression.Covers(Runs.Finding("DRIFT305")).Should().BeFalse();
        suppression.Covers(Runs.Finding(path: "/apiproxy/other")).Should().BeFalse();
    }

    [Test]
    public void An_expired_one_is_a_problem_that_names_it()
    {
        Read(Sound.Replace("2026-11-20", "2026-11-19", StringComparison.Ordinal), out List<ContractProblem> problems).Should().BeEmpty();

        problems.Should().ContainSingle().Which.ToString().Should()
            .Contain("DRIFT301").And.Contain("GET /apiproxy/mtp/**").And.Contain("team-portal").And.Contain("expired on 2026-11-19").And.Contain("suppressions.yml:6:");
    }

    [TestCase("rule")]
    [TestCase("operation")]
    [TestCase("reason")]
    [TestCase("owner")]
    [TestCase("expires")]
    public void Every_key_must_be_there(string key)
    {
        string[] lines = [.. Sound.Split('\n').Select(l => l.Contains($" {key}:", StringComparison.Ordinal) ? l.Replace($"{key}:", "family:", StringComparison.Ordinal) : l)];

        Read(string.Join('\n', lines), out List<ContractProblem> problems).Should().BeEmpty();

        problems.Should().ContainSingle().Which.What.Should().Contain($"lacks '{key}'");
    }

    [TestCase("expires: 2026-11-20", "expires: next week")]
    [TestCase("operation: GET /apiproxy/mtp/**", "operation: everything")]
    [TestCase("owner:", "ower:")]
    public void A_mistake_is_shown_where_it_stands(string good, string bad)
    {
        Read(Sound.Replace(good, bad, StringComparison.Ordinal), out List<ContractProblem> problems);

        problems.Should().NotBeEmpty().And.OnlyContain(p => p.Line > 1);
    }

    private static IReadOnlyList<Suppression> Read(string yaml, out List<ContractProblem> problems)
    {
        using TemporaryFolder folder = new TemporaryFolder().With("suppressions.yml", yaml);
        problems = [];
        return SuppressionReader.Read(Path.Combine(folder.Path, "suppressions.yml"), Today, problems);
    }
}
