using System.Text.Json.Nodes;
using Harness.Tests.Support;

namespace Harness.Tests.Cli;

internal sealed class ContractsProcessTests
{
    private const string Sound =
        """
        openapi: 3.0.3
        info: { title: Fleet, version: "1" }
        servers: [{ url: "https://fleet.contoso.example" }]
        paths:
          /cars:
            get: { operationId: listCars, responses: { "200": { description: ok } } }
        """;

    private TemporaryFolder _home = null!;

    [SetUp]
    public void MakeHome() => _home = new TemporaryFolder();

    [TearDown]
    public void RemoveHome() => _home.Dispose();

    [Test]
    public async Task List_has_a_line_for_every_family()
    {
        ProcessResult text = await HarnessProcess.Run(_home.Path, "contracts", "list");
        ProcessResult json = await HarnessProcess.Run(_home.Path, "contracts", "list", "--output", "json");

        string[] families = [.. ((JsonArray)json.Json()["families"]!).Select(f => (string)f!["id"]!)];
        families.Should().BeEquivalentTo(DeclaredOperations.OfCore.Families.Select(f => f.Id));
        text.ExitCode.Should().Be(0);
        text.Output.Split('\n').Where(l => l.Contains('\t', StringComparison.Ordinal)).Select(l => l.Split('\t')[0]).Should().Equal(families);
        text.Output.Should().NotContain("\u001b");
    }

    [Test]
    public async Task Show_tells_how_a_family_lets_in_and_refuses()
    {
        ProcessResult text = await HarnessProcess.Run(_home.Path, "contracts", "show", "sharepoint-admin");
        ProcessResult json = await HarnessProcess.Run(_home.Path, "contracts", "show", "sharepoint-admin", "--output", "json");

        text.ExitCode.Should().Be(0);
        text.Output.Should().Contain("FedAuth").And.Contain("X-RequestDigest").And.Contain("digest-expired").And.Contain("observed").And.Contain("/_api/contextinfo");
        ((JsonArray)json.Json()["refusals"]!).Select(r => (string)r!["evidence"]!).Should().OnlyContain(e => e == "observed" || e == "documented" || e == "inferred");
    }

    [Test]
    public async Task Show_of_an_unknown_family_names_the_known_ones()
    {
        ProcessResult ended = await HarnessProcess.Run(_home.Path, "contracts", "show", "nonsense");

        ended.ExitCode.Should().Be(2);
        ended.ErrorLines.Should().ContainSingle().Which.Should().Contain("defender").And.Contain("viva-engage");
    }

    [Test]
    public async Task Check_finds_nothing_wrong_with_what_is_shipped()
    {
        ProcessResult ended = await HarnessProcess.Run(_home.Path, "contracts", "check");

        ended.ExitCode.Should().Be(0, ended.Output);
        ended.Output.Should().Contain("0 problems");
    }

    [Test]
    public async Task Check_finds_nothing_wrong_with_the_real_specs()
    {
        ProcessResult ended = await HarnessProcess.Run(_home.Path, "contracts", "check", SharedSpecs.RequireNodoc(), "--output", "json");

        ended.ExitCode.Should().Be(0, ended.Output);
        ((int)ended.Json()["operations"]!).Should().Be(1941);
    }

    [Test]
    public async Task Check_says_where_each_mistake_is_and_what_to_do_and_ends_with_1()
    {
        _home.With("specs/fleet/openapi.yml", Sound).With("specs/boats/openapi.yml", "openapi: 3.0.3\npaths:\n  /a: [\n");

        ProcessResult text = await HarnessProcess.Run(_home.Path, "contracts", "check", "specs");
        ProcessResult json = await HarnessProcess.Run(_home.Path, "contracts", "check", "specs", "--output", "json");

        text.ExitCode.Should().Be(1);
        text.Output.Should().MatchRegex("boats/openapi\\.yml:\\d+:\\d+: .+\\. .+\\.\\n");
        json.ExitCode.Should().Be(1);
        JsonNode problem = ((JsonArray)json.Json()["problems"]!).Should().ContainSingle(p => ((string)p!["path"]!).Contains("boats")).Subject!;
        ((int)problem["line"]!).Should().BePositive();
        ((string)problem["fix"]!).Should().NotBeEmpty();
    }

    [Test]
    public async Task Check_of_a_folder_without_contracts_ends_with_5()
    {
        Directory.CreateDirectory(Path.Combine(_home.Path, "empty"));

        ProcessResult ended = await HarnessProcess.Run(_home.Path, "contracts", "check", "empty");

        ended.ExitCode.Should().BeOneOf(1, 5);
        ended.Output.Should().Contain("0 operations");
    }

    [TestCase("check")]
    [TestCase("import")]
    public async Task A_folder_that_is_not_there_is_wrong_input(string command)
    {
        ProcessResult ended = await HarnessProcess.Run(_home.Path, "contracts", command, "nowhere");

        ended.ExitCode.Should().Be(2);
        ended.ErrorLines.Should().ContainSingle().Which.Should().Contain("nowhere");
    }

    [Test]
    public async Task What_is_imported_is_listed_and_served_from_then_on()
    {
        _home.With("specs/fleet/openapi.yml", Sound);

        ProcessResult imported = await HarnessProcess.Run(_home.Path, "contracts", "import", "specs");
        Directory.Delete(Path.Combine(_home.Path, "specs"), recursive: true);
        ProcessResult listed = await HarnessProcess.Run(_home.Path, "contracts", "list", "--output", "json");

        imported.ExitCode.Should().Be(0, imported.Error);
        ((JsonArray)listed.Json()["families"]!).Should().Contain(f => (string)f!["id"]! == "fleet" && (int)f["operations"]! == 1);
    }

    [Test]
    public async Task An_import_that_holds_no_operation_replaces_nothing()
    {
        _home.With("specs/fleet/openapi.yml", Sound).With("other/specs/readme.txt", "nothing");
        await HarnessProcess.Run(_home.Path, "contracts", "import", "specs");

        ProcessResult ended = await HarnessProcess.Run(_home.Path, "contracts", "import", "other/specs");
        ProcessResult listed = await HarnessProcess.Run(_home.Path, "contracts", "list", "--output", "json");

        ended.ExitCode.Should().Be(2);
        ((JsonArray)listed.Json()["families"]!).Should().Contain(f => (string)f!["id"]! == "fleet");
    }

    [TestCase("")]
    [TestCase("serve")]
    [TestCase("session")]
    [TestCase("contracts")]
    [TestCase("contracts list")]
    [TestCase("contracts show")]
    [TestCase("contracts check")]
    [TestCase("contracts import")]
    public async Task Help_of_every_command_shows_examples_and_exit_codes(string command)
    {
        ProcessResult ended = await HarnessProcess.Run(_home.Path, [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        ended.ExitCode.Should().Be(0);
        ended.Error.Should().BeEmpty();
        ended.Output.Should().Contain("Examples:").And.Contain($"  {$"harness {command}".TrimEnd()}").And.Contain("Exit codes: 0 fine").And.Contain("2 wrong usage");
    }
}
