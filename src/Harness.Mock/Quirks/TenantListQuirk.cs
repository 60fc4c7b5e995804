using System.Text.Json.Nodes;
using Harness.Contracts.Tenants;
using Harness.Mock.Exchanges;
using Harness.Mock.Quirks.Values;

namespace Harness.Mock.Quirks;

/// <summary>A list of the tenants that the caller can reach: the own one for everybody, the server's others for some roles.</summary>
/// <remarks>Settings: <c>at</c>, where the list stands; <c>item</c>, JSON laid over its elements (<c>{each.id}</c>); <c>othersFor</c>, roles.</remarks>
internal sealed class TenantListQuirk : IQuirk
{
    public const string Kind = "tenant-list";

    private readonly QuirkSettings _settings;
    private readonly JsonPlace _at;
    private readonly JsonTemplate? _item;
    private readonly ReachableTenants _tenants;

    public TenantListQuirk(QuirkSettings settings)
    {
        _settings = settings;
        _at = JsonPlace.Parse(settings.Text("at") ?? "");
        _item = settings.Json("item");
        _tenants = new ReachableTenants(settings);
        settings.Need("at", !_at.IsWhole, "Add the JSON pointer of the list, e.g. /tenantInfoList");
        settings.Need("item", _item is not null, "Add the JSON of an element, e.g. '{\"tenantId\":\"{each.id}\"}'");
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
        var first = (_at.Find(root) as JsonArray)?.FirstOrDefault() as JsonObject;
        var list = new JsonArray();
        foreach (Tenant tenant in _tenants.Of(scope.Caller, exchange.Tenant))
        {
            scope.Each = tenant;
            var element = first?.DeepClone() as JsonObject ?? [];
            foreach (KeyValuePair<string, JsonNode?> member in _item?.Make(scope) as JsonObject ?? [])
            {
                element[member.Key] = member.Value?.DeepClone();
            }

            list.Add(element);
        }

        _at.Set(root, () => list);
        return JsonAnswers.Replace(reply, root, _settings.Declaration);
    }
}
