using Harness.Contracts;
using Harness.Drift.Findings;
using Harness.Drift.Rules;
using Harness.Tests.Drift.Mutations.Scoring;
using Harness.Tests.Drift.Mutations.Seeded;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Mutations;

internal sealed class MutationTests
{
    private const int Endpoints = 16;
    private const ulong Seed = 20260501;

    private static readonly Lazy<IReadOnlyList<SeededEndpoint>> Tenant = new(() => SeededTenant.Of(
        ContractLoader.Load(new ContractLoadOptions
        {
            CoreFolder = Repository.Contracts,
            NoCore = SharedSpecs.NodocFolder is not null,
            Imports = SharedSpecs.NodocFolder is { } specs ? [specs] : [],
        }),
        Seed,
        Endpoints));

    private static readonly Lazy<MutationScore> Score = new(() => MutationRun.Score(Tenant.Value, MutationOperators.All));

    [Test]
    public void Every_operator_is_a_class_of_its_own_that_the_list_names_once()
    {
        Type[] classes = [.. typeof(MutationOperator).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(MutationOperator)))];

        classes.Should().HaveCountGreaterThanOrEqualTo(30);
        MutationOperators.All.Select(o => o.GetType()).Should().BeEquivalentTo(classes);
        MutationOperators.All.Select(o => o.Name).Should().OnlyHaveUniqueItems();
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "Harness.Tests", "Drift", "Mutations", "Operators"))
            .Select(Path.GetFileNameWithoutExtension).Should().BeEquivalentTo(classes.Select(c => c.Name));
    }

    [Test]
    public void Structural_operators_are_about_rules_that_may_gate_and_the_others_are_not()
    {
        foreach (MutationOperator mutation in MutationOperators.All)
        {
            DriftRule[] rules = [.. mutation.Rules.Select(RuleRegistry.Get)];
            (mutation.IsStructural ? rules.All(r => r.MayGate) : rules.Any(r => !r.MayGate)).Should().BeTrue(mutation.Name);
        }
    }

    [Test]
    public void A_mutation_changes_what_it_says_and_nothing_else()
    {
        SeededEndpoint endpoint = Tenant.Value[0];
        foreach (MutationOperator mutation in MutationOperators.All)
        {
            if (mutation.Apply(endpoint.Law, endpoint.Dice.At(mutation.Name)) is { } mutant)
            {
                mutant.After.Should().NotBe(endpoint.Law, mutation.Name);
                endpoint.Bytes(mutant.After, 3).Should().Equal(endpoint.Bytes(mutant.After, 3), mutation.Name);
            }
        }
    }

    [Test]
    public void The_gate_finds_structural_changes_and_blames_nothing_else()
    {
        MutationScore score = Score.Value;

        score.Structural.Sum(o => o.Mutants).Should().BeGreaterThan(200);
        score.StructuralRecall.Should().BeGreaterThanOrEqualTo(0.95);
        score.GatePrecision.Should().BeGreaterThanOrEqualTo(0.98);
        score.WarmUpFalseGates.Should().Be(0);
    }

    [Test]
    public void Most_changes_that_do_not_gate_are_told_all_the_same() =>
        Score.Value.Recall.Should().BeGreaterThanOrEqualTo(0.9);

    [Test]
    public void A_validator_that_knows_the_contract_alone_is_beaten()
    {
        // Our own contract says more about each answer than an imported one, so that knowing it alone gets further.
        double margin = SharedSpecs.NodocFolder is null ? 0.05 : 0.25;

        Score.Value.Recall.Should().BeGreaterThan(Score.Value.AsWritten + margin);
        Score.Value.Recall.Should().BeGreaterThan(Score.Value.AllRequired + margin);
    }

    [Test]
    public void Nights_without_a_change_gate_nothing()
    {
        IReadOnlyList<Finding>[] nights = [.. CleanNights.Run(Tenant.Value, 20)];

        nights.Should().HaveCount(20);
        nights.SelectMany(n => n).Where(f => f.Gates).Should().BeEmpty();
    }
}
