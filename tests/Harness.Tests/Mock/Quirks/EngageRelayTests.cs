using System.Diagnostics;
using System.Text.Json.Nodes;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class EngageRelayTests() : ServerTests(o => o with { Families = ["viva-engage"] })
{
    [Test]
    public async Task The_query_for_realtime_settings_leads_to_a_relay_that_waits()
    {
        string relay = await Relay();
        string client = await Client(relay);
        (await Send(relay, "", $$$"""[{"channel":"/meta/subscribe","id":"2","subscription":"/users/1/actions","clientId":"{{{client}}}"}]""")).Json![0]!["successful"]!.GetValue<bool>().Should().BeTrue();

        var watch = Stopwatch.StartNew();
        PortalAnswer poll = await Send(relay, "connect", Connect(client, 700));

        watch.Elapsed.Should().BeGreaterThan(TimeSpan.FromMilliseconds(600));
        poll.Json![0]!["successful"]!.GetValue<bool>().Should().BeTrue();
        poll.Headers["Content-Type"].Replace(" ", "", StringComparison.Ordinal).Should().Be("application/json;charset=UTF-8");
    }

    [Test]
    public async Task A_poll_that_hangs_keeps_nobody_else_waiting_and_ends_when_its_caller_leaves()
    {
        string relay = await Relay();
        string client = await Client(relay);
        using var leaving = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{relay}connect");
        PortalCalls.Fill(request, Connect(client, 28000));

        Task<HttpResponseMessage> hanging = Server.Client.SendAsync(request, leaving.Token);
        (await Send(relay, "connect", Connect(client, 0))).Status.Should().Be(200);
        hanging.IsCompleted.Should().BeFalse();
        await leaving.CancelAsync();

        await hanging.Invoking(async h => await h).Should().ThrowAsync<OperationCanceledException>();
    }

    [Test]
    public async Task A_server_that_stops_ends_its_long_polls()
    {
        RunningServer server = await RunningServer.Start(o => o with { Families = ["viva-engage"] });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/rt-contoso.rt.yammer.com/cometd/connect");
        Task<HttpResponseMessage> hanging;
        try
        {
            JsonNode example = (await server.Control("operations?family=viva-engage"))["operations"]!.AsArray().First(o => ((string)o!["path"]!).EndsWith("connect", StringComparison.Ordinal))!["example"]!;
            PortalCalls.Fill(request, Connect((string)example["body"]![0]!["clientId"]!, 28000));
            hanging = server.Client.SendAsync(request);
            await Task.Delay(300);
            hanging.IsCompleted.Should().BeFalse();
        }
        finally
        {
            var watch = Stopwatch.StartNew();
            await server.DisposeAsync();
            watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(15));
        }

        await hanging.Invoking(async h => await h).Should().NotThrowAsync<TimeoutException>();
    }

    [Test]
    public async Task A_client_that_is_lost_is_told_to_shake_hands_again()
    {
        string relay = await Relay();
        string client = await Client(relay);
        await Server.Control(HttpMethod.Post, "clock", new { advance = "PT2H" });

        PortalAnswer answer = await Send(relay, "connect", Connect(client, 28000));

        answer.Status.Should().Be(200);
        answer.Json![0]!["error"]!.GetValue<string>().Should().Be("402::Unknown client");
        answer.Decision.Should().Be("quirk/relay-client-unknown");
    }

    [Test]
    public async Task A_client_id_is_good_on_every_server_with_the_same_keys()
    {
        using var data = new TemporaryFolder();
        await using RunningServer one = await RunningServer.Start(o => o with { Families = ["viva-engage"], Data = data.Path });
        await using RunningServer other = await RunningServer.Start(o => o with { Families = ["viva-engage"], Data = data.Path });
        string relay = await Relay(one);
        string client = await Client(relay, one);

        PortalAnswer answer = await other.Call("POST", relay + "connect", null, r => PortalCalls.Fill(r, Connect(client, 0)));

        answer.Json![0]!["successful"]!.GetValue<bool>().Should().BeTrue();
    }

    [Test]
    public async Task A_relay_that_was_not_handed_out_is_not_there() =>
        (await Send("rt-fabrikam.rt.yammer.com/cometd/", "handshake", "[]")).Decision.Should().Be("quirk/discovery-skipped");

    [TestCase("CurrentUserClients", "synthesis/served")]
    [TestCase("NetworkSegmentationQuery", "synthesis/served")]
    [TestCase("SomethingElse", "quirk/persisted-query-unknown")]
    public async Task A_query_is_known_by_its_name(string name, string decision)
    {
        PortalAnswer answer = await Query(name);

        answer.Status.Should().Be(200);
        answer.Decision.Should().Be(decision);
        (answer.Json!["errors"] is null).Should().Be(decision == "synthesis/served");
    }

    private static string Connect(string client, int timeout) =>
        $$$"""[{"channel":"/meta/connect","id":"9","connectionType":"long-polling","clientId":"{{{client}}}","advice":{"timeout":{{{timeout}}}} }]""";

    private async Task<string> Relay(RunningServer? server = null) =>
        (await Query("RealtimeConnectionSettingsClients", server)).Json.Text("data/settings/realtimeConnectionSettings/cometdBaseUrl").Replace("https://", "", StringComparison.Ordinal);

    private async Task<string> Client(string relay, RunningServer? server = null)
    {
        string token = (await (server ?? Server).Call("viva-engage", "GET", "api.engage.cloud.microsoft", "/api/v1/oauth2/aad_access_token")).Json.Text("access_token");
        PortalAnswer answer = await Send(
            relay, "handshake", $$$"""[{"channel":"/meta/handshake","id":"1","version":"1.0","supportedConnectionTypes":["long-polling"],"ext":{"auth":"oauth","token":"{{{token}}}"} }]""", server);
        return answer.Json.Text("0/clientId");
    }

    private Task<PortalAnswer> Query(string name, RunningServer? server = null) => (server ?? Server).Call(
        "viva-engage", "POST", "engage.cloud.microsoft", "/graphql", body: $$$"""{"operationName":"{{{name}}}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"{{{new string('b', 64)}}}"} } }""");

    private Task<PortalAnswer> Send(string relay, string path, string body, RunningServer? server = null) =>
        (server ?? Server).Call("POST", relay + path, null, r => PortalCalls.Fill(r, body, "application/json;charset=UTF-8"));
}
