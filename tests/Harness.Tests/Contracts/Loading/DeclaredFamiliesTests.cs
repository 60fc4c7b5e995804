using Harness.Contracts;
using Harness.Contracts.Families;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Loading;

public sealed class DeclaredFamiliesTests
{
    [Test]
    public void Every_folder_with_a_family_file_is_a_family_and_other_folders_are_not()
    {
        using TemporaryFolder folder = new TemporaryFolder()
            .With("portal/family.yml", TestFamily.Frame)
            .With("another/family.yml", Named("another"))
            .With("baselines/lab/x.json", "{}");

        IReadOnlyList<Family> families = Load(folder.Path, out IReadOnlyList<ContractProblem> problems);

        problems.Should().BeEmpty();
        families.Select(f => f.Id).Should().Equal("another", "portal");
    }

    [Test]
    public void An_id_that_differs_from_the_folder_and_one_that_is_taken_are_problems()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("portal/family.yml", TestFamily.Frame).With("twin/family.yml", TestFamily.Frame);

        IReadOnlyList<Family> families = Load(folder.Path, out IReadOnlyList<ContractProblem> problems);

        families.Should().ContainSingle();
        problems.Select(p => (p.Line, p.Column, p.What.Split(' ')[3])).Should().Equal((1, 5, "differs"), (1, 5, "is"));
        problems.Should().OnlyContain(p => p.Path == Path.Combine(folder.Path, "twin", "family.yml"));
    }

    [Test]
    public void A_broken_family_does_not_hide_the_problems_of_the_next()
    {
        using TemporaryFolder folder = new TemporaryFolder()
            .With("a/family.yml", "id: [")
            .With("b/family.yml", Named("b") + "x: 1\n")
            .With("c/family.yml", Named("c"));

        IReadOnlyList<Family> families = Load(folder.Path, out IReadOnlyList<ContractProblem> problems);

        families.Select(f => f.Id).Should().Equal("c");
        problems.Select(p => Path.GetFileName(Path.GetDirectoryName(p.Path))).Should().BeEquivalentTo("a", "b");
    }

    [Test]
    public void A_folder_that_is_not_there_is_a_problem_and_no_crash()
    {
        Load(Path.Combine(Path.GetTempPath(), "no-such-folder-of-contracts"), out IReadOnlyList<ContractProblem> problems).Should().BeEmpty();

        problems.Should().ContainSingle();
    }

    [Test]
    public void The_families_of_this_repository_have_no_mistakes()
    {
        Load(Repository.Contracts, out IReadOnlyList<ContractProblem> problems);

        problems.Should().BeEmpty();
    }

    private static string Named(string id) => TestFamily.Frame.Replace("id: portal", $"id: {id}", StringComparison.Ordinal);

    private static IReadOnlyList<Family> Load(string folder, out IReadOnlyList<ContractProblem> problems)
    {
        CompiledContracts contracts = ContractLoader.Load(new ContractLoadOptions { CoreFolder = folder, NoCore = true });
        problems = contracts.Problems;
        return contracts.Families;
    }
}
