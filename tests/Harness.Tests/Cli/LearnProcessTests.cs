using System.Text.Json.Nodes;
using Harness.Contracts;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;
using Harness.Tests.Support;

namespace Harness.Tests.Cli;

internal sealed class LearnProcessTests
{
    private const string Contract =
        """
        openapi: 3.0.3
        info: { title: Fleet, version: "1" }
        servers: [{ url: "https://fleet.contoso.example/api" }]
        paths:
          /cars:
            get: { operationId: listCars, parameters: [{ name: top, in: query, schema: { type: integer } }], responses: { "200": { description: ok, content: { application/json: { schema: { type: object } } } } } }
          /cars/{carId}:
            get: { parameters: [{ name: carId, in: path, required: true, schema: { type: string, format: uuid } }], responses: { "200": { description: ok, content: { application/json: { schema: { type: object } } } } } }
          /boats:
            get: { responses: { "200": { description: ok, content: { application/json: { schema: { type: object, properties: { count: { type: integer } } } } } } } }
          /planes:
            get: { responses: { "200": { description: ok, content: { application/json: { schema: { type: object } } } } } }
        """;

    private const string Cars = """{"value":[{"id":"11111111-2222-3333-4444-555555555555","seen":"2026-01-02T03:04:05Z","tags":{"1":"x"}},{"id":"22222222-2222-3333-4444-555555555555","seen":null}]}""";

    private TemporaryFolder _home = null!;

    [SetUp]
    public void MakeHome() => _home = new TemporaryFolder().With("specs/fleet/openapi.yml", Contract);

    [TearDown]
    public void RemoveHome() => _home.Dispose();

    [Test]
    public async Task What_was_learned_is_a_contract_that_its_recordings_keep_to()
    {
        Record("a", "GET /api/cars", Cars);
        Record("b", "GET /api/cars/{CarId}", """{"id":"11111111-2222-3333-4444-555555555555","wheels":4}""");

        ProcessResult learned = await Learn("--out", "learned");
        ProcessResult check = await HarnessProcess.Run(_home.Path, "contracts", "check", "learned");

        learned.ExitCode.Should().Be(0, learned.Error + learned.Output);
        learned.Output.Should().Contain("Recorded answers: 2. Shapes learned: 2. Contradictions: 0.");
        check.ExitCode.Should().Be(0, check.Output);
        Operation cars = Together().Single(o => o.Path == "/api/cars");
        cars.IsTyped.Should().BeTrue();
        cars.OperationId.Should().Be("listCars");
        cars.Evidence.Should().Be(EvidenceGrade.Observed);
        cars.Parameters.Should().ContainSingle(p => p.Name == "top" && p.In == "query");
        SchemaValidator.Validate(cars.Success!.Content[0].Schema!, System.Text.Encoding.UTF8.GetBytes(Cars)).Should().BeEmpty();
        SchemaValidator.IsValid(cars.Success.Content[0].Schema!, """{"value":[{"id":"no uuid","seen":null}]}"""u8.ToArray()).Should().BeFalse();
    }

    [Test]
    public async Task Without_a_place_the_proposal_is_printed_as_YAML()
    {
        Record("a", "GET /api/cars", Cars);

        ProcessResult first = await Learn();
        ProcessResult again = await Learn();

        first.Output.Should().Contain("# for contracts/fleet/openapi.yml").And.Contain("  # GET 200: 1 recorded answer, 2026-01-02").And.Contain("x-evidence: observed").And.Contain("id: {type: string, format: uuid}");
        first.Output.Should().Be(again.Output);
        _home.With("piped/fleet/openapi.yml", first.Output);
        (await HarnessProcess.Run(_home.Path, "contracts", "check", "piped")).ExitCode.Should().Be(0);
    }

    [Test]
    public async Task A_recording_that_breaks_its_contract_is_named_with_the_contracts_line_and_ends_with_1()
    {
        Record("a", "GET /api/boats", """{"count":"three","harbor":"Kiel"}""");

        ProcessResult text = await Learn("--out", "learned");
        ProcessResult json = await Learn("--output", "json");

        text.ExitCode.Should().Be(1);
        text.Output.Should().MatchRegex("fleet/openapi\\.yml:\\d+: GET /api/boats /count is a string, not integer in the recording ").And.MatchRegex("/harbor \\(string\\) came in .*a\\.json:\\d+ and is not named");
        Directory.Exists(Path.Combine(_home.Path, "learned")).Should().BeFalse("nothing was learned");
        JsonNode contradiction = ((JsonArray)json.Json()["contradictions"]!).Should().ContainSingle().Subject!;
        ((string)contradiction["pointer"]!).Should().Be("/count");
        ((int)contradiction["contract"]!["line"]!).Should().BePositive();
        json.ExitCode.Should().Be(1);
    }

    [Test]
    public async Task What_nothing_can_be_learned_from_is_said()
    {
        Record("a", "GET /api/planes", """{"value":[]}""");
        Record("b", "GET /api/trains", """{"x":1}""");

        ProcessResult ended = await Learn();

        ended.ExitCode.Should().Be(0, ended.Output);
        ended.Output.Should().Contain("# fleet GET /api/planes: the recordings are as empty").And.Contain("# fleet GET /api/trains: no contract has it");
    }

    [Test]
    public async Task Recordings_of_another_family_are_nobodys_business_when_one_is_named()
    {
        Record("a", "GET /api/cars", Cars);

        (await Learn("--family", "defender")).ExitCode.Should().Be(5);
        (await Learn("--family", "nonsense")).ExitCode.Should().Be(2);
    }

    [Test]
    public async Task A_folder_that_is_not_there_is_wrong_input() =>
        (await HarnessProcess.Run(_home.Path, "contracts", "learn", "nowhere")).ExitCode.Should().Be(2);

    private Task<ProcessResult> Learn(params string[] more) => HarnessProcess.Run(_home.Path, ["contracts", "learn", "recordings", "--contracts", "specs", .. more]);

    private IReadOnlyList<Operation> Together() =>
        ContractLoader.Load(new ContractLoadOptions { Imports = [Path.Combine(_home.Path, "specs"), Path.Combine(_home.Path, "learned")] }).Operations;

    private void Record(string name, string operation, string body) => _home.With($"recordings/fleet/{name}.json", new JsonObject
    {
        ["Request"] = new JsonObject { ["Path"] = operation.Split(' ')[1], ["Methods"] = new JsonArray("GET") },
        ["Response"] = new JsonObject { ["StatusCode"] = 200, ["Headers"] = new JsonObject { ["Content-Type"] = "application/json; charset=utf-8" }, ["BodyAsJson"] = JsonNode.Parse(body) },
        ["Data"] = new JsonObject
        {
            ["recording"] = new JsonObject { ["family"] = "fleet", ["operation"] = operation, ["host"] = "fleet.contoso.example", ["path"] = operation.Split(' ')[1], ["recordedAt"] = "2026-01-02T03:04:05Z", ["sanitizer"] = "rules-7" },
        },
    }.ToJsonString());
}
