using System.Text.Json.Nodes;
using Harness.Contracts.Access;
using Harness.Mock.Exchanges;
using Harness.Mock.Roles;

namespace Harness.Mock.Quirks.Relay;

/// <summary>Answers single Bayeux messages by their channel.</summary>
internal sealed class RelayMessages(QuirkTools tools, RelayClients clients, BearerRequirement token, TimeSpan timeout, int interval)
{
    public const string Handshake = "/meta/handshake";
    public const string Connect = "/meta/connect";
    public const string Subscribe = "/meta/subscribe";

    public RelayOutcome Answer(Exchange exchange, JsonObject message)
    {
        string channel = Text(message["channel"]) ?? "";
        if (channel == Handshake)
        {
            return Open(exchange, message);
        }

        if (!clients.Knows(Text(message["clientId"]), exchange.Tenant, exchange.Host))
        {
            return new RelayOutcome(
                Refusal(message, "402::Unknown client", new JsonObject { ["reconnect"] = "handshake", ["interval"] = 0 }),
                "relay-client-unknown",
                "The relay does not know the client id: it was never issued here, has expired, or its session has ended.",
                "Shake hands again and use the new clientId.",
                TimeSpan.Zero);
        }

        return channel switch
        {
            Connect => Wait(message),
            Subscribe or "/meta/unsubscribe" => RelayOutcome.Taken(Taken(message, "subscription")),
            "/meta/disconnect" => RelayOutcome.Taken(Taken(message)),
            _ when channel.StartsWith('/') && !channel.StartsWith("/meta/", StringComparison.Ordinal) => RelayOutcome.Taken(Taken(message)),
            _ => new RelayOutcome(
                Refusal(message, $"404:{channel}:Unknown channel", null), "relay-channel-unknown", $"There is no meta channel '{channel}'.", "Use handshake, connect, subscribe, unsubscribe or disconnect.", TimeSpan.Zero),
        };
    }

    private RelayOutcome Open(Exchange exchange, JsonObject message)
    {
        string? sent = Text((message["ext"] as JsonObject)?["token"]);
        AccessVerdict verdict = token.Verify(new TokenInBody(exchange, string.IsNullOrEmpty(sent) ? null : $"Bearer {sent}"), tools.Authority);
        if (!verdict.Passed)
        {
            return new RelayOutcome(
                Refusal(message, "403::Handshake denied", new JsonObject { ["reconnect"] = "none" }), verdict.Code!, verdict.Because!, verdict.Fix, TimeSpan.Zero);
        }

        Caller caller = Caller.Of(exchange.Tenant, tools.Authority.ReadToken(sent!)!);
        JsonObject answer = Taken(message);
        answer["version"] = "1.0";
        answer["minimumVersion"] = "1.0";
        answer["clientId"] = clients.Issue(exchange.Tenant, caller, exchange.Host);
        answer["supportedConnectionTypes"] = new JsonArray("long-polling");
        answer["advice"] = new JsonObject { ["interval"] = interval, ["timeout"] = (int)timeout.TotalMilliseconds, ["reconnect"] = "retry" };
        return RelayOutcome.Taken(answer);
    }

    // A client may ask for a shorter wait, never for a longer one than the relay advised.
    private RelayOutcome Wait(JsonObject message)
    {
        TimeSpan hold = timeout;
        if ((message["advice"] as JsonObject)?["timeout"] is JsonValue asked && asked.TryGetValue(out double wanted) && wanted >= 0)
        {
            hold = TimeSpan.FromMilliseconds(Math.Min(wanted, timeout.TotalMilliseconds));
        }

        JsonObject answer = Taken(message);
        answer["advice"] = new JsonObject { ["interval"] = interval, ["timeout"] = (int)timeout.TotalMilliseconds, ["reconnect"] = "retry" };
        return RelayOutcome.Taken(answer, hold);
    }

    private static JsonObject Taken(JsonObject message, params string[] echoed)
    {
        JsonObject answer = Echo(message, echoed);
        answer["successful"] = true;
        return answer;
    }

    private static JsonObject Refusal(JsonObject message, string error, JsonObject? advice)
    {
        JsonObject answer = Echo(message, "subscription");
        answer["successful"] = false;
        answer["error"] = error;
        if (advice is not null)
        {
            answer["advice"] = advice;
        }

        return answer;
    }

    private static JsonObject Echo(JsonObject message, params string[] echoed)
    {
        var answer = new JsonObject { ["channel"] = message["channel"]?.DeepClone() };
        foreach (string name in echoed.Prepend("id").Where(n => message[n] is not null))
        {
            answer[name] = message[name]!.DeepClone();
        }

        return answer;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
