using System.Text.Json.Nodes;
using Harness.Mock.Exchanges;
using Harness.Mock.Quirks.Values;

namespace Harness.Mock.Quirks;

/// <summary>One call to several tenants: what went wrong in one of them stands inside a 200, next to what went well in the others.</summary>
/// <remarks>
/// Settings: <c>asked</c>, names of the query or body members that list tenants; <c>at</c>, where the statuses stand, by tenant;
/// <c>completed</c>, where the tenants that answered stand; <c>perTenant</c>, where results stand by tenant; <c>othersFor</c>, roles;
/// <c>status</c> and <c>error</c> of a tenant that the caller cannot reach.
/// </remarks>
internal sealed class TenantResultsQuirk : IQuirk
{
    public const string Kind = "tenant-results";

    private readonly QuirkSettings _settings;
    private readonly IReadOnlyList<string> _asked;
    private readonly JsonPlace _at;
    private readonly JsonPlace? _completed;
    private readonly JsonPlace? _perTenant;
    private readonly ReachableTenants _tenants;
    private readonly int _status;
    private readonly string _error;

    public TenantResultsQuirk(QuirkSettings settings)
    {
        _settings = settings;
        _asked = settings.List("asked");
        _at = JsonPlace.Parse(settings.Text("at") ?? "");
        _completed = settings.Text("completed") is { } completed ? JsonPlace.Parse(completed) : null;
        _perTenant = settings.Text("perTenant") is { } perTenant ? JsonPlace.Parse(perTenant) : null;
        _tenants = new ReachableTenants(settings);
        _status = settings.Number("status", 403);
        _error = settings.Text("error") ?? "Forbidden";
        settings.Need("at", !_at.IsWhole, "Add the JSON pointer of the statuses, e.g. /metadata/responses");
    }

    public IReadOnlyDictionary<string, string> Remedy => CallRemedy.None.Query;

    public Reply? Answer(Exchange exchange) => null;

    public Reply Amend(Exchange exchange, Reply reply)
    {
        if (_at.IsWhole || JsonAnswers.Read(reply) is not { } root)
        {
            return reply;
        }

        ValueScope scope = ValueScope.Of(_settings.Tools, exchange);
        string[] asked = Asked(exchange, scope) is { Length: > 0 } named ? named : [exchange.Tenant.Id.ToString("D")];
        var reachable = _tenants.Of(scope.Caller, exchange.Tenant).Select(t => t.Id.ToString("D")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _at.Set(root, () => new JsonObject(asked.Select(id => KeyValuePair.Create(id, (JsonNode?)new JsonArray(Entry(reachable.Contains(id)))))));
        _completed?.Set(root, () => new JsonArray([.. asked.Where(reachable.Contains).Select(id => (JsonNode?)id)]));
        if (_perTenant?.Find(root) is JsonObject results && results.FirstOrDefault().Value is { } one)
        {
            _perTenant.Set(root, () => new JsonObject(asked.Where(reachable.Contains).Select(id => KeyValuePair.Create(id, (JsonNode?)one.DeepClone()))));
        }

        return JsonAnswers.Replace(reply, root, _settings.Declaration);
    }

    private JsonObject Entry(bool isReached) => new()
    {
        ["latencyInMs"] = isReached ? 180 : 35,
        ["status"] = isReached ? 200 : _status,
        ["errorCode"] = isReached ? "" : _error,
        ["retryCount"] = 0,
    };

    private string[] Asked(Exchange exchange, ValueScope scope) =>
    [
        .. _asked.SelectMany(name => exchange.Http.Request.Query[name].SelectMany(v => (v ?? "").Split(',')).Concat(InBody(scope.Body, name)))
            .Select(id => id.Trim())
            .Where(id => Guid.TryParse(id, out _))
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static IEnumerable<string> InBody(JsonNode? body, string name) => body is JsonObject members && members[name] is JsonArray ids
        ? ids.Select(i => i?.ToString() ?? "")
        : [];
}
