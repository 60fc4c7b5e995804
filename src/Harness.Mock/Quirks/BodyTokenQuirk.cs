using System.Text.Json.Nodes;
using Harness.Contracts.Access;
using Harness.Contracts.Operations;
using Harness.Contracts.Tenants;
using Harness.Mock.Exchanges;
using Harness.Mock.Quirks.Values;
using Harness.Mock.Refusals;

namespace Harness.Mock.Quirks;

/// <summary>A second bearer token inside the body, for a backend that the portal calls in the caller's name. It is judged like any other.</summary>
/// <remarks>Settings: <c>at</c>, the JSON pointer of the member that holds <c>Bearer ...</c>; <c>audience</c>; <c>example.body</c>.</remarks>
internal sealed class BodyTokenQuirk : IQuirk
{
    public const string Kind = "body-token";

    private readonly QuirkSettings _settings;
    private readonly JsonPlace _at;
    private readonly BearerRequirement _demand;
    private readonly ExampleSettings _example;

    public BodyTokenQuirk(QuirkSettings settings)
    {
        _settings = settings;
        string at = settings.Text("at") ?? "";
        _at = JsonPlace.Parse(at);
        IReadOnlyList<string> audiences = settings.List("audience");
        _demand = new BearerRequirement(
            new RequirementSettings(at, settings.Declaration.Evidence, settings.Declaration.Source, RequirementScope.Everything, new Dictionary<string, string>(StringComparer.Ordinal)),
            new TokenDemand([.. audiences.Select(a => new AudiencePattern(a))], TokenKind.Delegated, [], []),
            null);
        _example = settings.Example();
        settings.Need("at", !_at.IsWhole, "Say where the token stands, e.g. /armAuthorizationHeader");
        settings.Need("audience", audiences.Count > 0, "Name the audiences that the token may have");
        settings.Need("refusal", settings.Declaration.Refusal is not null, "Add one of the family's refusals");
    }

    public IReadOnlyDictionary<string, string> Remedy => CallRemedy.None.Query;

    public CallRemedy RemedyFor(Operation operation, Tenant tenant) => _example.In(ValueScope.Of(_settings.Tools, tenant));

    public Reply? Answer(Exchange exchange)
    {
        JsonNode? found = _at.Find(ValueScope.Of(_settings.Tools, exchange).Body);
        string? header = found is JsonValue value && value.TryGetValue(out string? text) ? text : null;
        AccessVerdict verdict = _demand.Verify(new TokenInBody(exchange, header), _settings.Tools.Authority);
        return verdict.Passed ? null : exchange.Portal.Refusals.Answer(_settings.Refusal(exchange.Portal), exchange, new Grounds(
            Stages.Access, verdict.Code!, $"In the body: {verdict.Because}", verdict.Fix, Name: _settings.Text("at") ?? "", Audience: verdict.Audience ?? ""));
    }
}
