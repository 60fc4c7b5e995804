using System.Text.Json.Nodes;
using Harness.Mock.Exchanges;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class BayeuxRelayQuirkTests
{
    private const string Yammer = "https://www.yammer.com";

    private QuirkBench _bench = null!;

    [SetUp]
    public void Begin() => _bench = new QuirkBench($"bayeux-relay: {{ operations: [/cometd/**], audience: ['{Yammer}'], scopes: [user_impersonation], timeout: 28000, interval: 2000, lifetime: PT1H }}");

    [TearDown]
    public void End() => _bench.Dispose();

    [Test]
    public void A_handshake_gives_a_client_id_and_advice()
    {
        JsonNode answer = Only(Handshake(_bench.Token("global-admin", Yammer)));

        ((bool)answer["successful"]!).Should().BeTrue();
        ((string)answer["clientId"]!).Should().NotBeEmpty();
        answer["advice"]!.ToJsonString().Should().Be("""{"interval":2000,"timeout":28000,"reconnect":"retry"}""");
    }

    [Test]
    public void A_token_for_another_service_opens_nothing()
    {
        Reply reply = Handshake(_bench.Token("global-admin", "https://graph.microsoft.com"));

        reply.Status.Should().Be(200);
        reply.Decision.Header.Should().Be("access/token-wrong-audience");
        Only(reply).ToJsonString().Should().Contain("403::").And.Contain("\"reconnect\":\"none\"").And.NotContain("clientId");
        Handshake("").Decision.Code.Should().Be("token-missing");
    }

    [Test]
    public void A_connect_waits_as_long_as_advised_and_shorter_on_request()
    {
        string client = Client();

        Send("/cometd/connect", Connect(client)).Delay.Should().Be(TimeSpan.FromSeconds(28));
        Send("/cometd/connect", Connect(client, 1500)).Delay.Should().Be(TimeSpan.FromSeconds(1.5));
        Send("/cometd/connect", Connect(client, 90_000_000)).Delay.Should().Be(TimeSpan.FromSeconds(28));
        Send("/cometd/", $$$"""[{"channel":"/meta/subscribe","id":"2","subscription":"/users/1/actions","clientId":"{{{client}}}"}]""").Delay.Should().Be(TimeSpan.Zero);
    }

    [Test]
    public void A_client_that_is_lost_must_shake_hands_again()
    {
        string client = Client();
        _bench.Clock.Now += TimeSpan.FromHours(2);

        foreach (string lost in new[] { client, "unheard", "" })
        {
            Reply reply = Send("/cometd/connect", Connect(lost));

            reply.Decision.Code.Should().Be("relay-client-unknown");
            reply.Delay.Should().Be(TimeSpan.Zero);
            Only(reply).ToJsonString().Should().Be("""{"channel":"/meta/connect","id":"9","successful":false,"error":"402::Unknown client","advice":{"reconnect":"handshake","interval":0}}""");
        }
    }

    [Test]
    public void Every_message_of_a_batch_gets_its_own_answer()
    {
        string client = Client();

        Reply reply = Send("/cometd/", $$$"""[{"channel":"/meta/subscribe","id":"2","subscription":"/a","clientId":"{{{client}}}"},{"channel":"/meta/nonsense","id":"3","clientId":"{{{client}}}"},{"channel":"/meta/disconnect","id":"4","clientId":"{{{client}}}"}]""");

        Messages(reply).Select(m => (string)m!["id"]!).Should().Equal("2", "3", "4");
        Messages(reply).Select(m => (bool)m!["successful"]!).Should().Equal(true, false, true);
        ((string)Messages(reply)[0]!["subscription"]!).Should().Be("/a");
    }

    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("[1]")]
    public void What_is_no_list_of_messages_is_refused(string body) => Send("/cometd/", body).Decision.Code.Should().Be("body-invalid");

    private static JsonArray Messages(Reply reply) => JsonNode.Parse(reply.Body.Span)!.AsArray();

    private static JsonNode Only(Reply reply) => Messages(reply).Should().ContainSingle().Subject!;

    private static string Connect(string client, int? timeout = null) => new JsonArray(new JsonObject
    {
        ["id"] = "9",
        ["channel"] = "/meta/connect",
        ["connectionType"] = "long-polling",
        ["clientId"] = client,
        ["advice"] = timeout is null ? null : new JsonObject { ["timeout"] = timeout },
    }).ToJsonString();

    private string Client() => (string)Only(Handshake(_bench.Token("global-admin", Yammer)))["clientId"]!;

    private Reply Handshake(string token) =>
        Send("/cometd/handshake", $$$"""[{"channel":"/meta/handshake","id":"1","version":"1.0","ext":{"auth":"oauth","token":"{{{token}}}"}}]""");

    private Reply Send(string path, string body) => _bench.Quirk.Answer(_bench.Call("POST", path, body: body))!;
}
