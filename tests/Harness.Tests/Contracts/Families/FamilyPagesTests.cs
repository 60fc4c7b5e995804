using Harness.Contracts;
using Harness.Contracts.Families;
using Harness.Contracts.Families.Pages;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Families;

internal sealed class FamilyPagesTests
{
    private static readonly Lazy<IReadOnlyList<Family>> Families = new(() => ContractLoader.Load(new ContractLoadOptions { CoreFolder = Repository.Contracts }).Families);

    [TestCaseSource(nameof(Ids))]
    public void The_committed_page_says_what_family_yml_says(string id)
    {
        string file = Path.Combine(Repository.Contracts, id, "README.md");
        string made = MarkdownPage.Write(FamilyPage.Of(Families.Value.Single(f => f.Id == id)));
        if (Environment.GetEnvironmentVariable("HARNESS_WRITE_PAGES") == "1")
        {
            File.WriteAllText(file, made);
        }

        File.Exists(file).Should().BeTrue("run the tests once with HARNESS_WRITE_PAGES=1");
        File.ReadAllText(file).ReplaceLineEndings("\n").Should().Be(made, "run the tests once with HARNESS_WRITE_PAGES=1 after a change of family.yml");
    }

    [TestCaseSource(nameof(Ids))]
    public void Every_row_that_imitates_something_is_graded(string id)
    {
        FamilyPage page = FamilyPage.Of(Families.Value.Single(f => f.Id == id));

        page.Sections.Should().Contain(s => s.Rows.Count > 0 && s.Columns.Contains("evidence"));
        foreach (PageSection section in page.Sections.Where(s => s.Columns.Contains("evidence")))
        {
            int column = section.Columns.ToList().IndexOf("evidence");
            section.Rows.Where(row => row[column] is not ("observed" or "documented" or "inferred")).Should().BeEmpty();
        }
    }

    private static IEnumerable<string> Ids() => Directory.EnumerateDirectories(Repository.Contracts).Where(d => File.Exists(Path.Combine(d, "family.yml"))).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal);
}
