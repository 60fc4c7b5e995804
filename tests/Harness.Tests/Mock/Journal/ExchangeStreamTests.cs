using System.Net;
using System.Net.ServerSentEvents;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Harness.Mock.Journal;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Journal;

internal sealed class ExchangeStreamTests() : ServerTests(o => o with { JournalCapacity = 2000 })
{
    private const string Known = "api.accessreviews.identitygovernance.azure.com/accessReviews/v2.0/approvalWorkflowProviders";

    [Test]
    public async Task An_exchange_is_heard_of_as_it_happens_and_looks_as_in_the_journal()
    {
        await using ExchangeListener listener = await ExchangeListener.Open(Server);

        PortalAnswer answer = await Server.Call("GET", Known);
        JsonNode heard = await listener.NextExchange();

        JsonNode journaled = await Server.Control($"exchanges/{answer.Headers["x-harness-exchange"]}");
        JsonNode.DeepEquals(heard, journaled).Should().BeTrue($"{heard} is what {journaled} says");
        ((string)heard["decision"]!["code"]!).Should().Be("token-missing");
    }

    [Test]
    public async Task Secrets_are_masked_and_sign_ins_are_heard_of()
    {
        await using ExchangeListener listener = await ExchangeListener.Open(Server);
        PortalSession session = await Server.Session("sharepoint-admin");

        await Server.Call("POST", "contoso-admin.sharepoint.com/_api/contextinfo?access_token=hidden-query", session);
        string portal = (await listener.NextExchange()).ToJsonString();
        await Server.Call("POST", "login.microsoftonline.com/organizations/oauth2/v2.0/token", null, r => r.Content = new StringContent("grant_type=password&password=hidden-password", Encoding.UTF8, "application/x-www-form-urlencoded"));
        string login = (await listener.NextExchange()).ToJsonString();

        portal.Should().Contain("***").And.NotContain("hidden-query").And.NotContainAny(session.Cookies.Values);
        login.Should().Contain("entra-id").And.Contain("AADSTS").And.NotContain("hidden-password");
    }

    [Test]
    public async Task A_listener_hears_only_of_what_it_asked_for()
    {
        await using ExchangeListener listener = await ExchangeListener.Open(Server, "?family=entra-idgov&code=no-such-operation");

        await Server.Call("GET", "elm.iga.azure.com/api/v1/nothing");
        await Server.Call("GET", Known);
        await Server.Call("GET", $"{Known}s");

        ((string)(await listener.NextExchange())["request"]!["path"]!).Should().EndWith("Providerss");
    }

    [Test]
    public async Task A_client_that_reconnects_again_and_again_hears_of_every_exchange_once_and_in_order()
    {
        const int Calls = 300;
        Task calling = Parallel.ForEachAsync(Enumerable.Range(0, Calls), async (i, _) => await Server.Call("GET", $"{Known}?n={i}"));
        List<string> heard = [];
        while (heard.Count < Calls)
        {
            await using ExchangeListener listener = await ExchangeListener.Open(Server, "", heard.LastOrDefault() ?? "none-yet");
            for (int i = 0; i < 23 && heard.Count < Calls; i++)
            {
                heard.Add((string)(await listener.NextExchange())["id"]!);
            }
        }

        await calling;
        string[] journaled = [.. ((JsonArray)(await Server.Control("exchanges?limit=2000"))["exchanges"]!).Select(e => (string)e!["id"]!).Reverse()];
        heard.Should().Equal(journaled);
    }

    [Test]
    public async Task After_the_journal_was_emptied_a_resumed_stream_begins_with_what_came_since()
    {
        PortalAnswer before = await Server.Call("GET", Known);
        await Server.Control(HttpMethod.Delete, "exchanges");
        PortalAnswer since = await Server.Call("GET", Known);

        await using ExchangeListener listener = await ExchangeListener.Open(Server, "", before.Headers["x-harness-exchange"]);

        ((string)(await listener.NextExchange())["id"]!).Should().Be(since.Headers["x-harness-exchange"]);
    }

    [Test]
    public async Task Without_a_journal_there_is_a_stream_all_the_same()
    {
        await using RunningServer server = await RunningServer.Start(o => o with { JournalCapacity = 0 });
        await using ExchangeListener listener = await ExchangeListener.Open(server);

        PortalAnswer answer = await server.Call("GET", Known);

        ((string)(await listener.NextExchange())["id"]!).Should().Be(answer.Headers["x-harness-exchange"]);
    }

    [Test]
    public async Task A_client_that_does_not_read_loses_exchanges_and_is_told_how_many_and_nobody_waits_for_it()
    {
        const int Calls = 500;
        using var client = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await client.ConnectAsync(IPAddress.Loopback, Server.Server.Http.Port);
        await client.SendAsync("GET /__harness/exchanges/stream HTTP/1.0\r\nHost: localhost\r\n\r\n"u8.ToArray());
        await client.ReceiveAsync(new byte[1]);
        string large = new('x', 64 * 1024);

        for (int i = 0; i < Calls; i++)
        {
            await Server.Call("POST", Known, null, r => r.Content = new StringContent(large));
        }

        int heard = 0;
        int lost = 0;
        await using var stream = new NetworkStream(client);
        await foreach (SseItem<string> item in SseParser.Create(stream).EnumerateAsync())
        {
            heard += item.EventType == "exchange" ? 1 : 0;
            lost += item.EventType == "lost" ? (int)JsonNode.Parse(item.Data)!["lost"]! : 0;
            if (heard + lost == Calls)
            {
                break;
            }
        }

        lost.Should().BePositive();
        heard.Should().BeGreaterThanOrEqualTo(JournalListener.Capacity);
    }

    [Test]
    public async Task One_listener_too_many_is_refused_until_another_leaves()
    {
        await using RunningServer server = await RunningServer.Start();
        var listeners = new List<ExchangeListener>();
        for (int i = 0; i < JournalFeed.MostListeners; i++)
        {
            listeners.Add(await ExchangeListener.Open(server));
        }

        using (HttpResponseMessage refused = await server.Client.GetAsync("/__harness/exchanges/stream"))
        {
            refused.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
            (await refused.Content.ReadAsStringAsync()).Should().Contain("too-many-listeners");
        }

        foreach (ExchangeListener listener in listeners)
        {
            await listener.DisposeAsync();
        }

        await WaitForRoom(server);
    }

    [Test]
    public async Task A_page_of_another_origin_cannot_listen()
    {
        PortalAnswer answer = await Server.Call("GET", "__harness/exchanges/stream", null, r => r.Headers.Host = "rebound.example");

        answer.Status.Should().Be(403);
    }

    [Test]
    public async Task Streams_end_when_the_server_stops_and_do_not_hold_it_up()
    {
        RunningServer server = await RunningServer.Start();
        await using ExchangeListener listener = await ExchangeListener.Open(server);
        using var errors = new UnhandledExceptions();

        // The web server gives open requests half a minute to end; an open stream would use all of it.
        await server.Server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(15));

        (await listener.TryNext()).Should().BeNull();
        errors.Seen.Should().BeEmpty();
        await server.DisposeAsync();
    }

    // A client's hanging up takes a moment to arrive.
    private static async Task WaitForRoom(RunningServer server)
    {
        for (int i = 0; i < 100; i++)
        {
            using HttpResponseMessage answer = await server.Client.GetAsync("/__harness/exchanges/stream", HttpCompletionOption.ResponseHeadersRead);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("Listeners that hung up still take room.");
    }
}
