using System.IO.Enumeration;
using System.Text.Json.Nodes;
using Harness.Contracts.Operations;
using Harness.Contracts.Tenants;
using Harness.Mock.Exchanges;
using Harness.Mock.Quirks.Values;
using Harness.Mock.Refusals;
using Harness.Mock.Roles;

namespace Harness.Mock.Quirks;

/// <summary>Says yes or no to names of permissions, plans and features, as the caller's roles and the tenant's licenses have it.</summary>
/// <remarks>
/// Settings: <c>roles.ROLE</c>, patterns of the names that a directory role brings (<c>*</c> for any text). With <c>names</c> and <c>at</c> the
/// answer gets a map of those names there; without, the call's array of names is answered by an array of booleans in the same order.
/// </remarks>
internal sealed class RoleVerdictsQuirk : IQuirk
{
    public const string Kind = "role-verdicts";

    private const string RolePrefix = "roles.";

    private readonly QuirkSettings _settings;
    private readonly IReadOnlyList<string> _names;
    private readonly JsonPlace? _at;
    private readonly (string Role, IReadOnlyList<string> Patterns)[] _grants;
    private readonly ExampleSettings _example;
    private readonly Remembered<Reply, Verdicts> _known = new();

    public RoleVerdictsQuirk(QuirkSettings settings)
    {
        _settings = settings;
        _names = settings.List("names");
        _at = settings.Text("at") is { } at ? JsonPlace.Parse(at) : null;
        _grants = [.. settings.Below(RolePrefix).Select(r => (r, settings.List(RolePrefix + r)))];
        _example = settings.Example();
        settings.Need("at", _names.Count == 0 || _at is { IsWhole: false }, "Say where the map of names stands, e.g. /cachedRoles");
    }

    public IReadOnlyDictionary<string, string> Remedy => CallRemedy.None.Query;

    public CallRemedy RemedyFor(Operation operation, Tenant tenant) => _example.In(ValueScope.Of(_settings.Tools, tenant));

    public Reply? Answer(Exchange exchange)
    {
        if (_names.Count > 0)
        {
            return null;
        }

        ValueScope scope = ValueScope.Of(_settings.Tools, exchange);
        if (scope.Body is not JsonArray asked || !asked.All(n => n is JsonValue value && value.TryGetValue(out string? _)))
        {
            return exchange.Portal.Refusals.Answer(exchange.Portal.Family.InvalidCall, exchange, new Grounds(
                Stages.Quirk, "body-invalid", "The body is not an array of names.", "Send a JSON array of strings.", Name: "body"));
        }

        JsonNode?[] verdicts = [.. asked.Select(n => (JsonNode?)JsonValue.Create(Holds(scope.Caller, exchange.Tenant, n!.GetValue<string>())))];
        return JsonAnswers.Give(new JsonArray(verdicts), _settings.Declaration, "One boolean for each name asked, by the caller's roles and the tenant's licenses.");
    }

    public Reply Amend(Exchange exchange, Reply reply)
    {
        Caller caller = _settings.Tools.CallerOf(exchange);
        if (_known.TryFind(reply, out Verdicts? known) && ReferenceEquals(known.Caller, caller))
        {
            return known.Reply;
        }

        Reply amended = Amend(reply, caller, exchange.Tenant);
        _known.Keep(reply, new Verdicts(caller, amended));
        return amended;
    }

    private Reply Amend(Reply reply, Caller caller, Tenant tenant)
    {
        if (_names.Count == 0 || _at is null || JsonAnswers.Read(reply) is not { } root)
        {
            return reply;
        }

        _at.Set(root, () => new JsonObject(_names.Distinct(StringComparer.Ordinal).Select(n => KeyValuePair.Create(n, (JsonNode?)Holds(caller, tenant, n)))));
        return JsonAnswers.Replace(reply, root, _settings.Declaration);
    }

    private bool Holds(Caller caller, Tenant tenant, string name) => tenant.Has(name)
        || caller.HasRole(name)
        || _grants.Any(g => caller.HasRole(g.Role) && g.Patterns.Any(p => FileSystemName.MatchesSimpleExpression(p, name)));

    // The same caller is the same object for as long as the tenant stays as it is.
    private sealed record Verdicts(Caller Caller, Reply Reply);
}
