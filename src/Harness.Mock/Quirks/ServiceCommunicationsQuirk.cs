using System.Text.Json.Nodes;
using Harness.Contracts.Operations;
using Harness.Mock.Exchanges;
using Harness.Mock.Quirks.Values;
using Harness.Mock.Refusals;
using Harness.Mock.ServiceHealth;
using Harness.Mock.State.Queries;
using Harness.Mock.Synthesis;

namespace Harness.Mock.Quirks;

/// <summary>Service health that tells one story: the messages are about the incidents that the status names, and all of them move with the clock.</summary>
/// <remarks>No settings of its own.</remarks>
internal sealed class ServiceCommunicationsQuirk : IQuirk
{
    public const string Kind = "service-communications";

    private const int MostMessages = 100;
    private const int DaysOfHistory = 7;

    private readonly QuirkSettings _settings;
    private readonly HealthHistory _history;

    public ServiceCommunicationsQuirk(QuirkSettings settings)
    {
        _settings = settings;
        _history = new HealthHistory(settings.Tools.Seed);
    }

    public IReadOnlyDictionary<string, string> Remedy => CallRemedy.None.Query;

    public Reply? Answer(Exchange exchange) => null;

    public Reply? Serve(Exchange exchange)
    {
        string named = exchange.Values.Find("tenantId") ?? "";
        bool isMeant = Guid.TryParse(named, out Guid id) ? id == exchange.Tenant.Id : exchange.Tenant.Domains.Contains(named, StringComparer.OrdinalIgnoreCase);
        if (!isMeant)
        {
            return exchange.Portal.Refusals.Answer("tenant-mismatch", exchange, new Grounds(
                Stages.State, "tenant-mismatch", $"The path names the tenant '{named}', the token is of {exchange.Tenant.Id}.", "Use the tenant of the token in the path.", Name: named));
        }

        string list = exchange.Plan!.Operation.Path[(exchange.Plan.Operation.Path.LastIndexOf('/') + 1)..];
        return ItemsOf(list.ToLowerInvariant(), exchange.At) is { } items ? Show(exchange, list, items) : null;
    }

    private IEnumerable<JsonObject>? ItemsOf(string list, DateTimeOffset now) => list switch
    {
        "services" => HealthWorkload.All.Select(HealthJson.Service),
        "currentstatus" => StatusAt(now),
        "historicalstatus" => Enumerable.Range(0, DaysOfHistory).Select(back => new DateTimeOffset(now.UtcDateTime.Date.AddDays(-back), TimeSpan.Zero)).SelectMany(StatusAt),
        "messages" => _history.Between(now.AddDays(-30), now).Select(i => HealthJson.Message(i, now)),
        _ => null,
    };

    private IEnumerable<JsonObject> StatusAt(DateTimeOffset at)
    {
        IReadOnlyList<HealthIncident> open = [.. _history.Between(at, at).Where(i => i.IsOpenAt(at))];
        return HealthWorkload.All.Select(w => HealthJson.Status(w, at, [.. open.Where(i => i.Workload == w)]));
    }

    private Reply Show(Exchange exchange, string list, IEnumerable<JsonObject> items)
    {
        Operation operation = exchange.Plan!.Operation;
        CollectionShape shape = CollectionShape.Find(operation.Success!.Content[0].Schema!, list)
            ?? throw new InvalidOperationException($"The contract shows no list in the answer of {operation.Path}.");
        ListQuery query = ListQueryReader.Read(operation, shape, exchange.Http.Request.Query, default, out string? problem) ?? new ListQuery();
        if (problem is not null)
        {
            return exchange.Portal.Refusals.Answer(exchange.Portal.Family.InvalidCall, exchange, new Grounds(
                Stages.State, "query-invalid", problem + ".", "Send a query that OData can read.", Name: problem));
        }

        var value = new JsonArray([.. items]);
        var document = new JsonObject { ["@odata.context"] = $"https://{exchange.Host}/api/v1.0/{exchange.Tenant.Id:D}/$metadata#{list}", ["value"] = value };
        query = list.Equals("Messages", StringComparison.OrdinalIgnoreCase) ? query with { Top = Math.Min(query.Top ?? MostMessages, MostMessages) } : query;
        new ListPage(document, value, operation.Success!.Content[0].Schema!, query).Apply(token => token);
        return JsonAnswers.Give(document, _settings.Declaration, "Health as the seed has it for this moment.", Stages.State);
    }
}
