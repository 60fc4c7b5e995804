using System.Text.RegularExpressions;
using Harness.Drift.Findings;
using Harness.Drift.Rules;

namespace Harness.Tests.Drift.Rules;

internal sealed class RuleRegistryTests
{
    [Test]
    public void Every_rule_is_in_the_registry() =>
        typeof(DriftRule).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(DriftRule)))
            .Should().BeEquivalentTo(RuleRegistry.All.Select(r => r.GetType()));

    [Test]
    public void Every_id_of_the_design_has_a_rule()
    {
        IEnumerable<string> ids = new[] { (1, 13), (101, 108), (201, 208), (301, 320), (401, 403) }
            .SelectMany(r => Enumerable.Range(r.Item1, r.Item2 - r.Item1 + 1)).Select(n => $"DRIFT{n:000}");

        RuleRegistry.All.Select(r => r.Id).Should().Equal(ids);
    }

    [TestCaseSource(nameof(Rules))]
    public void A_rule_explains_itself_and_is_named_after_its_id(DriftRule rule)
    {
        rule.Title.Should().NotBeEmpty();
        rule.Explanation.Should().EndWith(".");
        rule.Kind.Should().MatchRegex(new Regex("^[a-z]+(-[a-z]+)*$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));
        rule.GetType().Name.Should().StartWith("Drift" + rule.Id["DRIFT".Length..]);
        if (rule.MayGate)
        {
            rule.Severity.Should().Be(Severity.Error);
        }
    }

    [Test]
    public void Exactly_the_rules_of_the_design_may_gate() =>
        RuleRegistry.All.Where(r => r.MayGate).Select(r => r.Id[5..])
            .Should().Equal("101", "102", "103", "104", "202", "204", "205", "206", "301", "304", "305", "317");

    private static IEnumerable<DriftRule> Rules() => RuleRegistry.All;
}
