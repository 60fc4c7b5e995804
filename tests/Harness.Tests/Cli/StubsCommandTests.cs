using System.CommandLine;
using System.Text.Json.Nodes;
using Harness.Cli.Commands;
using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Tests.Support;

namespace Harness.Tests.Cli;

internal sealed class StubsCommandTests
{
    private const string Sound = """{ "Title": "t", "Request": { "Path": "/a" }, "Response": { "StatusCode": 204 } }""";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Make() => _folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void Sound_mappings_pass()
    {
        _folder.With("portal/a.json", Sound);

        (int code, string text) = Run("check", _folder.Path);

        code.Should().Be(0);
        text.Should().Contain("1 files with 1 sound mappings checked, 0 problems.");
    }

    [Test]
    public void A_mistake_is_shown_with_its_place_and_ends_in_1()
    {
        _folder.With("portal/a.json", "{ \"Request\": {},\n \"Response\": { \"Statuscod\": 1 } }");

        (int code, string text) = Run("check", _folder.Path);

        code.Should().Be(1);
        text.Should().Contain($"{Path.Combine(_folder.Path, "portal", "a.json")}:2:16: unknown member 'Statuscod'");
    }

    [Test]
    public void Two_mappings_with_one_id_are_a_mistake()
    {
        const string Twice = """{ "Guid": "11111111-2222-3333-4444-555555555555", "Request": {}, "Response": {} }""";
        _folder.With("a.json", Twice).With("b.json", Twice);

        (int code, string text) = Run("check", _folder.Path, "--output", "json");

        code.Should().Be(1);
        ((string)JsonNode.Parse(text)!["problems"]![0]!["what"]!).Should().Contain("is taken by the mapping at");
    }

    [Test]
    public void Nothing_to_check_ends_in_5() => Run("check", _folder.Path).Code.Should().Be(5);

    [Test]
    public void A_folder_that_is_not_there_is_an_error_of_the_caller() =>
        FluentActions.Invoking(() => Run("check", Path.Combine(_folder.Path, "none"))).Should().Throw<HarnessException>();

    [Test]
    public void A_folder_is_converted_there_and_back()
    {
        _folder.With("in/portal/a.json", Sound).With("in/portal/b.json", $"[{Sound},{Sound}]");
        string there = Path.Combine(_folder.Path, "there"), back = Path.Combine(_folder.Path, "back");

        Run("convert", Path.Combine(_folder.Path, "in"), "--to", "wiremock", "--out", there).Code.Should().Be(0);
        Run("convert", there, "--to", "wiremock-net", "--out", back).Code.Should().Be(0);

        ((string)JsonNode.Parse(File.ReadAllText(Path.Combine(there, "portal", "a.json")))!["request"]!["urlPath"]!).Should().Be("/a");
        ((JsonArray)JsonNode.Parse(File.ReadAllText(Path.Combine(there, "portal", "b.json")))!["mappings"]!).Should().HaveCount(2);
        JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(Path.Combine(back, "portal", "a.json"))), JsonNode.Parse(Sound)).Should().BeTrue();
    }

    [Test]
    public void A_loss_is_reported_and_the_rest_is_written()
    {
        _folder.With("in/a.json", """{ "Description": "d", "Request": { "Path": "/a" }, "Response": {} }""");

        (int code, string text) = Run("convert", Path.Combine(_folder.Path, "in"), "--to", "wiremock", "--out", Path.Combine(_folder.Path, "out"));

        code.Should().Be(1);
        text.Should().Contain("a.json:1:1: lost in conversion: the description");
        File.Exists(Path.Combine(_folder.Path, "out", "a.json")).Should().BeTrue();
    }

    [Test]
    public void Originals_are_not_overwritten()
    {
        _folder.With("a.json", Sound);

        FluentActions.Invoking(() => Run("convert", _folder.Path, "--to", "wiremock", "--out", _folder.Path)).Should().Throw<HarnessException>();
    }

    private static (int Code, string Text) Run(params string[] arguments)
    {
        var root = new RootCommand { new StubsCommand().Create(new Dictionary<Command, IReadOnlyList<string>>()) };
        root.Options.Add(GlobalOptions.Output);
        root.Options.Add(GlobalOptions.NoColor);
        root.Options.Add(GlobalOptions.Verbose);
        using var output = new StringWriter();
        int code = root.Parse(["stubs", .. arguments]).Invoke(new InvocationConfiguration { Output = output, Error = output, EnableDefaultExceptionHandler = false });
        return (code, output.ToString());
    }
}
