using System.Text.Json.Nodes;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Faults;

internal sealed class FaultTests
{
    private const string Call = "security.microsoft.com/apiproxy/mtp/sccManagement/mgmt/TenantContext";
    private const string Other = "security.microsoft.com/apiproxy/shell/api/shell/shellinfo";
    private const string Management = "manage.office.com/api/v1.0/f3ebf024-0c96-4929-9a1c-210feb673958/activity/feed/subscriptions/list";

    private readonly TimerLog _timers = new();
    private RunningServer _server = null!;
    private PortalSession _session = null!;

    [OneTimeSetUp]
    public async Task Start() => _server = await RunningServer.Start(o => o with { Families = ["defender", "o365-management"], TimeProvider = _timers, Seed = 11 });

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [SetUp]
    public async Task Reset()
    {
        await _server.Control(HttpMethod.Post, "reset");
        _session = await _server.Session("defender");
        _timers.Due.Clear();
    }

    [Test]
    public async Task A_throttled_portal_says_so_to_everybody_for_as_many_calls_as_were_asked_for()
    {
        JsonNode quirk = await Switch(new { family = "defender", kind = "throttle", count = 2, retryAfter = 7 });

        PortalAnswer stranger = await _server.Call("GET", Call);
        PortalAnswer known = await _server.Call("GET", Call, _session);
        PortalAnswer third = await _server.Call("GET", Call, _session);

        ((string)quirk["id"]!).Should().NotBeEmpty();
        stranger.Status.Should().Be(429);
        stranger.Headers["Retry-After"].Should().Be("7");
        stranger.Decision.Should().Be("quirk/throttled");
        known.Status.Should().Be(429);
        third.Status.Should().Be(200);
        JsonNode listed = ((JsonArray)(await _server.Control("quirks"))["quirks"]!).Should().ContainSingle().Subject!;
        ((int)listed["hits"]!).Should().Be(2);
        ((bool)listed["spent"]!).Should().BeTrue();
    }

    [Test]
    public async Task A_family_with_a_throttling_answer_of_its_own_gives_that()
    {
        await Switch(new { family = "o365-management", kind = "throttle" });

        PortalAnswer answer = await _server.Call("GET", Management);

        answer.Status.Should().Be(403);
        answer.Text.Should().Contain("AF429").And.Contain("Method=GET");
        answer.Decision.Should().Be("quirk/throttled");
    }

    [TestCase("GET /apiproxy/mtp/sccManagement/**")]
    [TestCase("/apiproxy/mtp/**")]
    [TestCase("GET /apiproxy/mtp/sccManagement/mgmt/TenantContext")]
    public async Task A_fault_keeps_to_its_operation(string operation)
    {
        await Switch(new { family = "defender", operation, kind = "error", status = 503, body = "{\"down\":true}" });

        PortalAnswer hit = await _server.Call("GET", Call, _session);

        hit.Status.Should().Be(503);
        hit.Decision.Should().Be("quirk/injected");
        ((bool)hit.Json!["down"]!).Should().BeTrue();
        (await _server.Call("GET", Other, _session)).Status.Should().Be(200);
    }

    [Test]
    public async Task A_fault_may_be_aimed_at_a_path_template()
    {
        await Switch(new { family = "defender", operation = "GET /apiproxy/mtp/incidentQueue/incidents/{IncidentId}", kind = "error" });

        PortalAnswer hit = await _server.Call("GET", "security.microsoft.com/apiproxy/mtp/incidentQueue/incidents/12345", _session);

        hit.Status.Should().Be(500);
        hit.Decision.Should().Be("quirk/injected");
    }

    [Test]
    public async Task A_share_of_calls_is_the_same_share_after_a_reset()
    {
        int[] first = await Statuses();
        await Reset();
        int[] second = await Statuses();

        first.Should().Equal(second);
        first.Should().Contain(500).And.Contain(200);
    }

    [Test]
    public async Task Latency_holds_the_usual_answer_back()
    {
        await Switch(new { family = "defender", kind = "latency", latency = "PT2S" });
        await Switch(new { family = "defender", kind = "latency", latency = "PT3S" });

        PortalAnswer answer = await _server.Call("GET", Call, _session);

        answer.Status.Should().Be(200);
        _timers.Due.Should().Equal(TimeSpan.FromSeconds(5));
    }

    [Test]
    public async Task A_reset_connection_brings_no_answer_and_stands_in_the_journal()
    {
        await Switch(new { family = "defender", kind = "reset", count = 1 });

        Func<Task> call = () => _server.Call("GET", Call, _session);

        await call.Should().ThrowAsync<HttpRequestException>();
        JsonNode exchange = ((JsonArray)(await _server.Control("exchanges?code=injected"))["exchanges"]!).Should().ContainSingle().Subject!;
        ((string)exchange["decision"]!["stage"]!).Should().Be("quirk");
        (await _server.Call("GET", Call, _session)).Status.Should().Be(200);
    }

    [Test]
    public async Task Faults_are_switched_off_one_by_one_all_at_once_and_by_a_reset()
    {
        string id = (string)(await Switch(new { kind = "error" }))["id"]!;
        await Switch(new { kind = "error", status = 502 });

        await _server.Control(HttpMethod.Delete, $"quirks/{id}");
        (await _server.Call("GET", Call, _session)).Status.Should().Be(502);
        await _server.Control(HttpMethod.Delete, "quirks");
        (await _server.Call("GET", Call, _session)).Status.Should().Be(200);
        await Switch(new { kind = "error" });
        await Reset();

        (await _server.Call("GET", Call, _session)).Status.Should().Be(200);
    }

    [TestCase("""{"family":"defender"}""", 400)]
    [TestCase("""{"family":"nonsense","kind":"error"}""", 404)]
    [TestCase("""{"kind":"explode"}""", 400)]
    [TestCase("""{"kind":"latency"}""", 400)]
    [TestCase("""{"kind":"latency","latency":"soon"}""", 400)]
    [TestCase("""{"kind":"latency","latency":"P1D"}""", 400)]
    [TestCase("""{"kind":"error","status":99}""", 400)]
    [TestCase("""{"kind":"error","count":0}""", 400)]
    [TestCase("""{"kind":"error","rate":2}""", 400)]
    [TestCase("""{"kind":"error","operation":"no slash"}""", 400)]
    [TestCase("""{"kind":"error","oops":1}""", 400)]
    public async Task A_fault_that_cannot_be_understood_is_a_problem_and_switches_nothing_on(string body, int status)
    {
        using HttpResponseMessage answer = await _server.Client.PostAsync("/__harness/quirks", new StringContent(body));

        ((int)answer.StatusCode).Should().Be(status);
        ((JsonArray)(await _server.Control("quirks"))["quirks"]!).Should().BeEmpty();
    }

    [Test]
    public async Task Switching_off_what_is_not_there_is_a_problem()
    {
        using HttpResponseMessage answer = await _server.Client.DeleteAsync("/__harness/quirks/none");

        ((int)answer.StatusCode).Should().Be(404);
    }

    private Task<JsonNode> Switch(object quirk) => _server.Control(HttpMethod.Post, "quirks", quirk);

    private async Task<int[]> Statuses()
    {
        await Switch(new { family = "defender", kind = "error", rate = 0.5 });
        var statuses = new List<int>();
        for (int i = 0; i < 20; i++)
        {
            statuses.Add((await _server.Call("GET", Call, _session)).Status);
        }

        return [.. statuses];
    }
}
