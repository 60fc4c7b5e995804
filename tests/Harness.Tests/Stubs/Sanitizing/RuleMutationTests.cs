using Harness.Stubs.Sanitizing;
using Harness.Tests.Stubs.Sanitizing.Planted;

namespace Harness.Tests.Stubs.Sanitizing;

/// <summary>A rule whose removal nobody notices is dead, or untested.</summary>
internal sealed class RuleMutationTests
{
    private static readonly PlantedHar Planted = HarPlanter.BuildSmall(17);

    [TestCaseSource(nameof(Rules))]
    public void Without_the_rule_the_score_is_worse(string id)
    {
        SanitizerOptions options = SanitizedHar.Options() with { Rules = [.. RuleRegistry.All.Where(r => r.Id != id)] };

        Scorer.Score(Planted, SanitizedHar.Of(Planted, options)).Faults.Should().BePositive();
    }

    [Test]
    public void Rules_have_an_id_of_their_own_and_say_what_they_do()
    {
        RuleRegistry.All.Select(r => r.Id).Should().OnlyHaveUniqueItems();
        RuleRegistry.All.Should().OnlyContain(r => r.Id.StartsWith("SAN-") && r.Catches.Length > 5 && r.Example.Length > 3 && r.StandIn.Length > 3);
    }

    [Test]
    public void Every_rule_is_in_the_registry()
    {
        IEnumerable<string> rules = typeof(SanitizerRule).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(SanitizerRule))).Select(t => t.Name);

        RuleRegistry.All.Select(r => r.GetType().Name).Should().BeEquivalentTo(rules);
    }

    private static IEnumerable<string> Rules() => RuleRegistry.All.Select(r => r.Id);
}
