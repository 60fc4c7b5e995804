using System.Diagnostics;
using System.Text.Json.Nodes;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Stubs;

internal sealed class StubStageTests
{
    private const string Host = "api.accessreviews.identitygovernance.azure.com";
    private const string Known = $"{Host}/accessReviews/v2.0/approvalWorkflowProviders";

    private TemporaryFolder _mocks = null!;
    private RunningServer _server = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _mocks = new TemporaryFolder().With("entra-idgov/providers.json",
            """
            [
              { "Title": "providers", "Priority": 1,
                "Request": { "Path": "/accessReviews/v2.0/approvalWorkflowProviders", "Methods": ["GET"], "Params": [{ "Name": "stub", "Matchers": [{ "Name": "ExactMatcher", "Pattern": "yes" }] }] },
                "Response": { "StatusCode": 203, "Headers": { "X-Stub": ["1", "2"], "Set-Cookie": ["a=1", "b=2"] }, "BodyAsJson": { "path": "{{request.path}}" }, "UseTransformer": true } },
              { "Title": "slow", "Request": { "Path": "/accessReviews/v2.0/approvalWorkflowProviders", "Params": [{ "Name": "slow" }] }, "Response": { "Delay": 300, "Body": "late" } },
              { "Title": "step one", "Scenario": "steps", "SetStateTo": "two", "Request": { "Path": "/nobody/knows/this" }, "Response": { "Body": "one" } },
              { "Title": "step two", "Scenario": "steps", "WhenStateIs": "two", "SetStateTo": "two", "Request": { "Path": "/nobody/knows/this" }, "Response": { "Body": "two" } }
            ]
            """).With("no-such-family/a.json", """{ "Request": {}, "Response": { "StatusCode": 42 } }""");
        _server = await RunningServer.Start(o => o with { Mocks = _mocks.Path });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _server.DisposeAsync();
        _mocks.Dispose();
    }

    [SetUp]
    public async Task ResetScenarios() => await _server.Control(HttpMethod.Post, "reset");

    [Test]
    public async Task A_stub_answers_instead_of_synthesis_and_the_journal_names_it()
    {
        PortalAnswer answer = await _server.Call("GET", $"{Known}?stub=yes", await Session());

        answer.Status.Should().Be(203);
        answer.Decision.Should().Be("stub/served");
        ((string)answer.Json!["path"]!).Should().Be("/accessReviews/v2.0/approvalWorkflowProviders");
        answer.ContentType.Should().Be("application/json");
        answer.Headers["X-Stub"].Should().Be("1, 2");
        answer.Headers["Set-Cookie"].Should().Be("a=1, b=2");
        JsonNode exchange = await _server.Control($"exchanges/{answer.Headers["x-harness-exchange"]}");
        ((string)exchange["decision"]!["because"]!).Should().Contain("'providers'");
        ((string)exchange["decision"]!["source"]!).Should().EndWith("providers.json:2");
    }

    [Test]
    public async Task A_stub_does_not_answer_who_is_not_let_in()
    {
        PortalAnswer answer = await _server.Call("GET", $"{Known}?stub=yes");

        answer.Decision.Should().Be("access/token-missing");
        answer.Headers.Should().NotContainKey("X-Stub");
    }

    [Test]
    public async Task A_call_that_no_stub_is_for_is_synthesized() =>
        (await _server.Call("GET", Known, await Session())).Decision.Should().Be("synthesis/served");

    [Test]
    public async Task A_delayed_stub_comes_late()
    {
        PortalSession session = await Session();
        long started = Stopwatch.GetTimestamp();

        PortalAnswer answer = await _server.Call("GET", $"{Known}?slow=1", session);

        answer.Text.Should().Be("late");
        Stopwatch.GetElapsedTime(started).Should().BeGreaterThan(TimeSpan.FromMilliseconds(250));
    }

    [Test]
    public async Task A_stub_for_a_path_that_no_contract_has_answers_behind_the_gate()
    {
        PortalSession session = await Session();

        (await _server.Call("GET", $"{Host}/nobody/knows/this", session)).Text.Should().Be("one");
        (await _server.Call("GET", $"{Host}/nobody/knows/this")).Decision.Should().StartWith("access/");
        (await _server.Call("GET", $"{Host}/nobody/knows/that", session)).Decision.Should().Be("match/no-such-operation");
    }

    [Test]
    public async Task A_reset_puts_scenarios_back_to_their_start()
    {
        PortalSession session = await Session();
        string[] before = [(await _server.Call("GET", $"{Host}/nobody/knows/this", session)).Text, (await _server.Call("GET", $"{Host}/nobody/knows/this", session)).Text];
        await _server.Control(HttpMethod.Post, "reset");

        PortalAnswer after = await _server.Call("GET", $"{Host}/nobody/knows/this", await Session());

        before.Should().Equal("one", "two");
        after.Text.Should().Be("one");
    }

    [Test]
    public void Mistakes_in_mappings_and_folders_of_no_family_are_shown_at_the_start() =>
        _server.Server.Problems.Select(p => p.What).Should().Contain(w => w.Contains("'StatusCode'")).And.Contain(w => w.Contains("there is no family 'no-such-family'"));

    // A reset ends sessions.
    private async Task<PortalSession> Session() =>
        await _server.Session("entra-idgov", new { @for = new { method = "GET", host = Host, path = "/accessReviews/v2.0/approvalWorkflowProviders" } });
}
