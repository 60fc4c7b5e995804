using System.Text.Json.Nodes;
using Harness.Contracts.Access;
using Harness.Contracts.Operations;
using Harness.Contracts.Tenants;
using Harness.Mock.Exchanges;
using Harness.Mock.Quirks.Values;
using Harness.Mock.Refusals;

namespace Harness.Mock.Quirks.Relay;

/// <summary>A Bayeux relay: handshake with the token in the message, subscriptions, and a long poll that really waits.</summary>
/// <remarks>
/// Settings: <c>audience</c> and <c>scopes</c> of the token in <c>ext.token</c>; <c>timeout</c> and <c>interval</c> of the advice, in milliseconds;
/// <c>lifetime</c> of a client id.
/// </remarks>
internal sealed class BayeuxRelayQuirk : IQuirk
{
    public const string Kind = "bayeux-relay";

    private const string MediaType = "application/json;charset=UTF-8";

    private readonly QuirkSettings _settings;
    private readonly RelayMessages _messages;
    private readonly RelayClients _clients;

    public BayeuxRelayQuirk(QuirkSettings settings)
    {
        _settings = settings;
        _clients = new RelayClients(settings.Tools, Kind, settings.Duration("lifetime", TimeSpan.FromHours(1)));
        _messages = new RelayMessages(
            settings.Tools, _clients, Demand(settings), TimeSpan.FromMilliseconds(Math.Min(settings.Number("timeout", 28000), 60_000)), settings.Number("interval", 2000));
        settings.Need("audience", settings.List("audience").Count > 0, "Name the audiences of the token in the handshake");
    }

    public IReadOnlyDictionary<string, string> Remedy => CallRemedy.None.Query;

    /// <summary>A handshake with a token, or a message of a client that the relay knows; its long poll asks not to wait.</summary>
    public CallRemedy RemedyFor(Operation operation, Tenant tenant)
    {
        ValueScope scope = ValueScope.Of(_settings.Tools, tenant);
        JsonObject message = operation.Path.EndsWith("/handshake", StringComparison.Ordinal)
            ? new JsonObject
            {
                ["channel"] = RelayMessages.Handshake,
                ["version"] = "1.0",
                ["supportedConnectionTypes"] = new JsonArray("long-polling"),
                ["ext"] = new JsonObject { ["auth"] = "oauth", ["token"] = scope.MintToken(_settings.List("audience").FirstOrDefault("")), ["hub_tenant_token"] = "none" },
            }
            : new JsonObject { ["clientId"] = _clients.Issue(tenant, scope.Caller, HostPattern.Parse(operation.Hosts[0]).Fill(tenant.Hosts)) };
        if (operation.Path.EndsWith("/connect", StringComparison.Ordinal))
        {
            message["channel"] = RelayMessages.Connect;
            message["connectionType"] = "long-polling";
            message["advice"] = new JsonObject { ["timeout"] = 0 };
        }
        else if (message["channel"] is null)
        {
            message["channel"] = RelayMessages.Subscribe;
            message["subscription"] = "/users/1/actions";
        }

        message["id"] = "1";
        return CallRemedy.None with { Body = new JsonArray(message).ToJsonString() };
    }

    public Reply? Answer(Exchange exchange)
    {
        if (ValueScope.Of(_settings.Tools, exchange).Body is not JsonArray { Count: > 0 } messages || !messages.All(m => m is JsonObject))
        {
            return exchange.Portal.Refusals.Answer(exchange.Portal.Family.InvalidCall, exchange, new Grounds(
                Stages.Quirk, "body-invalid", "The body is no array of Bayeux messages.", "Send a JSON array of objects with a channel.", Name: "body"));
        }

        RelayOutcome[] outcomes = [.. messages.Select(m => _messages.Answer(exchange, (JsonObject)m!))];
        RelayOutcome telling = Array.Find(outcomes, o => !o.IsTaken) ?? outcomes[0];
        string stage = telling.Code.StartsWith("token-", StringComparison.Ordinal) || telling.Code.StartsWith("scope-", StringComparison.Ordinal) ? Stages.Access : Stages.Quirk;
        return new Reply(200, new Decision(stage, telling.Code, telling.Because, telling.Fix, _settings.Declaration.Evidence, _settings.Declaration.Source))
        {
            ContentType = MediaType,
            Body = JsonAnswers.Write(new JsonArray([.. outcomes.Select(o => o.Message)])),
            Delay = telling.IsTaken ? outcomes.Max(o => o.Hold) : TimeSpan.Zero,
        };
    }

    private static BearerRequirement Demand(QuirkSettings settings) => new(
        new RequirementSettings("ext.token", settings.Declaration.Evidence, settings.Declaration.Source, RequirementScope.Everything, new Dictionary<string, string>(StringComparer.Ordinal)),
        new TokenDemand([.. settings.List("audience").Select(a => new AudiencePattern(a))], TokenKind.Delegated, settings.List("scopes"), []),
        null);
}
