using Harness.Contracts;
using Harness.Contracts.Sources;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Sources;

internal sealed class SpecTreeTests
{
    [TestCase("specifications/one/specification/openapi.yml", "")]
    [TestCase("one/specification/openapi.yml", "")]
    [TestCase("one/openapi.yml", "")]
    [TestCase("one/family.yml", "")]
    [TestCase("contracts/one/family.yml", "")]
    [TestCase("one/openapi.yml", "one")]
    [TestCase("one/specification/openapi.yml", "one")]
    [TestCase("one/specification/openapi.yml", "one/specification")]
    [TestCase("one/openapi.yml", "one/openapi.yml")]
    public void A_family_is_found_however_its_folder_is_named(string file, string named)
    {
        using ContractFolder folder = new ContractFolder().With(file, "x: 1\n");
        var problems = new List<ContractProblem>();

        IReadOnlyList<SpecFolder> found = SpecTree.Find(folder.In(named), problems);

        problems.Should().BeEmpty();
        found.Should().ContainSingle().Which.Name.Should().Be("one");
    }

    [Test]
    public void A_zip_that_wraps_a_checkout_in_a_folder_is_looked_into()
    {
        using ContractFolder folder = new ContractFolder()
            .With("specifications/one/specification/openapi.yml", "x: 1\n")
            .With("specifications/two/specification/openapi.yml", "x: 1\n");

        SpecTree.Find(folder.Zipped(), []).Select(f => f.Name).Should().Equal("one", "two");
    }

    [Test]
    public void A_folder_without_contracts_and_a_missing_one_are_problems()
    {
        using ContractFolder folder = new ContractFolder().With("readme.txt", "");
        var problems = new List<ContractProblem>();

        SpecTree.Find(folder.Path, problems).Should().BeEmpty();
        SpecTree.Find(folder.In("nowhere"), problems).Should().BeEmpty();

        problems.Select(p => p.What).Should().Equal("no contract is in it", "there is no such folder or archive");
    }
}
