using Harness.Contracts;
using Harness.Stubs.Mappings;
using Harness.Tests.Support;

namespace Harness.Tests.Stubs.Mappings;

internal sealed class BodyFileTests
{
    [TestCase("""{ "Request": {}, "Response": { "BodyAsFile": "list.json" } }""")]
    [TestCase("""{ "request": { "url": "/" }, "response": { "bodyFileName": "list.json" } }""")]
    public void A_body_is_read_from_the_files_folder_beside_the_mapping(string mapping)
    {
        using TemporaryFolder folder = new TemporaryFolder().With("portal/a.json", mapping).With("portal/__files/list.json", "[1]");
        var problems = new List<ContractProblem>();

        IReadOnlyList<StubMapping> read = StubMappingReader.ReadFile(Path.Combine(folder.Path, "portal", "a.json"), problems);

        problems.Should().BeEmpty();
        read.Should().ContainSingle().Which.Response.Body!.Text.Should().Be("[1]");
    }

    [TestCase("../secret.txt")]
    [TestCase("../../secret.txt")]
    [TestCase("/etc/passwd")]
    [TestCase("missing.txt")]
    public void Nothing_outside_the_files_folder_is_read(string name)
    {
        using TemporaryFolder folder = new TemporaryFolder()
            .With("portal/a.json", $$"""{ "Request": {}, "Response": { "BodyAsFile": "{{name}}" } }""")
            .With("portal/__files/list.json", "[1]")
            .With("portal/secret.txt", "secret")
            .With("secret.txt", "secret");
        var problems = new List<ContractProblem>();

        StubMappingReader.ReadFile(Path.Combine(folder.Path, "portal", "a.json"), problems).Should().BeEmpty();

        problems.Should().ContainSingle().Which.What.Should().StartWith($"there is no file '{name}'");
    }
}
