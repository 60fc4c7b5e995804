using Harness.Contracts;
using Harness.Contracts.Families;
using Harness.Mock.Quirks;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class QuirkRegistryTests
{
    private static readonly string TestFolder = Path.Combine(Repository.Root, "tests", "Harness.Tests", "Mock", "Quirks");

    [Test]
    public void Every_quirk_that_a_shipped_family_declares_can_be_made_without_a_problem()
    {
        using var bench = new QuirkBench("page-parameters: { operations: [/**], refusal: no }");
        var problems = new List<ContractProblem>();
        QuirkDeclaration[] declared = [.. Families().SelectMany(f => f.Quirks)];

        foreach (QuirkDeclaration declaration in declared)
        {
            QuirkRegistry.Create(declaration, bench.Tools, problems);
        }

        declared.Should().HaveCountGreaterThan(40);
        problems.Should().BeEmpty();
    }

    [Test]
    public void Every_kind_is_used_by_a_shipped_family_and_every_declaration_says_how_it_is_known()
    {
        QuirkDeclaration[] declared = [.. Families().SelectMany(f => f.Quirks)];

        declared.Select(d => d.Kind).Distinct().Should().BeEquivalentTo(QuirkRegistry.Kinds.Keys);
        declared.Where(d => d.Source.Length == 0).Should().BeEmpty();
    }

    [TestCaseSource(nameof(Kinds))]
    public void A_kind_has_tests_of_its_own(string kind)
    {
        string name = string.Concat(kind.Split('-').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));

        File.Exists(Path.Combine(TestFolder, $"{name}QuirkTests.cs")).Should().BeTrue($"'{kind}' is in the registry");
    }

    [Test]
    public void A_kind_that_is_not_there_is_a_problem_at_its_line()
    {
        var problems = new List<ContractProblem>();
        using var bench = new QuirkBench("page-parameters: { operations: [/**], refusal: no }");
        QuirkDeclaration odd = TestFamily.Read(TestFamily.Frame + "quirks:\n  - oddity: { operations: [/**] }\n").Quirks[0];

        QuirkRegistry.Create(odd, bench.Tools, problems).Should().BeNull();

        problems.Should().ContainSingle().Which.Should().Match<ContractProblem>(p => p.Line == 13 && p.What == "there is no quirk 'oddity'" && p.Fix.Contains("fixed-values"));
    }

    private static IEnumerable<string> Kinds() => QuirkRegistry.Kinds.Keys;

    private static IEnumerable<Family> Families() => Directory.GetFiles(Path.Combine(Repository.Root, "contracts"), "family.yml", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(file => TestFamily.Read(File.ReadAllText(file)));
}
