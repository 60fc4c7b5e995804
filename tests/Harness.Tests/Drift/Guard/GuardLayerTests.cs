using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Drift.Credentials;
using Harness.Drift.Guard;
using Harness.Drift.Targets;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Guard;

internal sealed class GuardLayerTests
{
    private static readonly Family Portal = DriftBench.Family("safeGets: [{ paths: [\"/api/**\"], reason: reads }]\nunsafeGets: [{ paths: [\"/api/mint\"], reason: mints }]");
    private static readonly Operation Read = DriftBench.Get("/api/things");

    private RecordingProxy _server = null!;
    private Target _target = null!;
    private Admissions _admissions = null!;

    [SetUp]
    public void Start()
    {
        _server = RecordingProxy.Answering();
        _target = DriftBench.At(_server.Address);
        _admissions = new Admissions(_target, [Portal]);
    }

    [TearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [Test]
    public async Task A_reviewed_GET_arrives_as_nothing_but_a_GET()
    {
        using GuardedClient client = Client(GuardLayers.All);

        using GuardedAnswer? answer = await client.Get(Leave(), CallCredentials.None, default);

        answer!.Status.Should().Be(200);
        SentRequest sent = _server.Requests.Should().ContainSingle().Subject;
        sent.Line.Should().Be("GET /admin.example.com/api/things HTTP/1.1");
        sent.BodyLength.Should().Be(0);
        client.Budget.Sent.Should().Be(1);
    }

    [Rail("R01")]
    [Test]
    public async Task Without_one_layer_the_others_stop_every_other_method(
        [Values("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "MERGE", "PROPFIND", "QUERY", "GETX")] string method, [Values] bool handlers)
    {
        using GuardedClient client = Client(new GuardLayers(Handlers: handlers, Bytes: !handlers));
        using HttpRequestMessage request = Request(method);

        await Stopped(client, request);
    }

    [Rail("R01")]
    [Test]
    public async Task Without_one_layer_the_others_stop_a_body_on_a_GET([Values] bool handlers)
    {
        using GuardedClient client = Client(new GuardLayers(Handlers: handlers, Bytes: !handlers));
        using HttpRequestMessage request = Request("GET");
        request.Content = new StringContent("{}");

        await Stopped(client, request);
    }

    [Rail("R01")]
    [Rail("R04")]
    [TestCase("X-HTTP-Method-Override", "DELETE")]
    [TestCase("X-HTTP-Method", "MERGE")]
    [TestCase("X-Method-Override", "PUT")]
    [TestCase("Upgrade", "websocket")]
    [TestCase("X-Anything-Else", "1")]
    public async Task Without_one_layer_the_others_stop_a_header_that_is_not_on_the_list(string name, string value)
    {
        foreach (bool handlers in new[] { true, false })
        {
            using GuardedClient client = Client(new GuardLayers(Handlers: handlers, Bytes: !handlers));
            using HttpRequestMessage request = Request("GET");
            request.Headers.TryAddWithoutValidation(name, value);

            await Stopped(client, request);
        }
    }

    [Rail("R10")]
    [Test]
    public async Task A_header_smuggled_in_behind_a_line_break_is_stopped_at_the_connection()
    {
        using GuardedClient client = Client(new GuardLayers(Handlers: false));
        using HttpRequestMessage request = Request("GET");
        request.Headers.TryAddWithoutValidation("Accept", "text/html\r\nX-HTTP-Method-Override: DELETE");

        await Stopped(client, request);
    }

    [Test]
    public async Task A_request_to_an_address_without_leave_is_stopped_by_the_handlers()
    {
        using GuardedClient client = Client(new GuardLayers(Bytes: false));
        using HttpRequestMessage request = Request("GET");
        request.RequestUri = new Uri($"{_server.Address}elsewhere");

        await Stopped(client, request);
    }

    [Rail("R08")]
    [Rail("R09")]
    [Test]
    public async Task A_request_for_another_host_is_stopped_at_the_connection()
    {
        using GuardedClient client = Client(new GuardLayers(Handlers: false));
        using HttpRequestMessage request = Request("GET");
        request.Headers.Host = "login.example.com";

        await Stopped(client, request);
    }

    [Rail("R01")]
    [Rail("R19")]
    [Test]
    public void The_clients_own_methods_take_no_method_and_no_address() =>
        typeof(GuardedClient).GetMethods().Where(m => m.DeclaringType == typeof(GuardedClient))
            .SelectMany(m => m.GetParameters()).Select(p => p.ParameterType)
            .Should().NotContain([typeof(string), typeof(Uri), typeof(HttpMethod), typeof(HttpRequestMessage), typeof(HttpContent)]);

    private async Task Stopped(GuardedClient client, HttpRequestMessage request)
    {
        Func<Task> send = () => client.SendPastTheApi(request, default);

        Exception thrown = (await send.Should().ThrowAsync<Exception>()).Which;
        (thrown as GuardViolationException ?? thrown.InnerException).Should().BeOfType<GuardViolationException>();
        _server.Bytes.Should().Be(0);
    }

    private HttpRequestMessage Request(string method)
    {
        Admission leave = Leave();
        var request = new HttpRequestMessage(new HttpMethod(method), leave.Address) { Version = new Version(1, 1), VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Options.Set(GetOnlyHandler.Leave, leave);
        return request;
    }

    private Admission Leave() => _admissions.Ask(Read, "admin.example.com", "/api/things", out _)!;

    private GuardedClient Client(GuardLayers layers) =>
        new(_target, [Portal], _admissions, new GuardSettings { PerSecond = null, Retries = 0 }, layers);
}
