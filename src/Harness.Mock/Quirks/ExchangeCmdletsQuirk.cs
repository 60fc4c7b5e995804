using System.Text.Json.Nodes;
using Harness.Contracts.Operations;
using Harness.Contracts.Tenants;
using Harness.Mock.Cmdlets;
using Harness.Mock.Exchanges;
using Harness.Mock.Quirks.Values;
using Harness.Mock.Refusals;
using Harness.Mock.Roles;
using Harness.Mock.State;

namespace Harness.Mock.Quirks;

/// <summary>An endpoint that runs cmdlets: the body names one with its parameters, the answer comes in pages for the same body.</summary>
/// <remarks>
/// Settings: <c>cmdlet.NAME</c> with the parameters it takes (an exclamation mark after those it needs); <c>object</c>, what the context calls the elements;
/// <c>pageLifetime</c>; <c>example.identity</c>; the refusals <c>forbidden</c>, <c>expired</c> and <c>foreign</c>.
/// </remarks>
internal sealed class ExchangeCmdletsQuirk : IQuirk
{
    public const string Kind = "exchange-cmdlets";

    private const string CmdletPrefix = "cmdlet.";
    private const string SkipToken = "$skiptoken";

    private readonly QuirkSettings _settings;
    private readonly QuirkTools _tools;
    private readonly Dictionary<string, string[]> _cmdlets;
    private readonly MailboxSettings _changes = new();
    private readonly PageTickets _pages;
    private RecipientDirectory? _directory;

    public ExchangeCmdletsQuirk(QuirkSettings settings)
    {
        _settings = settings;
        _tools = settings.Tools;
        _cmdlets = settings.Below(CmdletPrefix).ToDictionary(n => n, n => settings.List(CmdletPrefix + n).ToArray(), StringComparer.OrdinalIgnoreCase);
        _pages = new PageTickets(_tools.Tickets, _tools.Clock, settings.Duration("pageLifetime", TimeSpan.FromMinutes(10)));
        settings.Need("cmdlet.NAME", _cmdlets.Count > 0, "Name at least one cmdlet with its parameters");
        foreach (string unknown in _cmdlets.Keys.Where(n => !CmdletRegistry.All.ContainsKey(n)))
        {
            settings.Report($"there is no cmdlet '{unknown}'", $"Use one of {string.Join(", ", CmdletRegistry.All.Keys)}");
        }

        _tools.OnReset(_changes.Reset);
    }

    public IReadOnlyDictionary<string, string> Remedy => CallRemedy.None.Query;

    public CallRemedy RemedyFor(Operation operation, Tenant tenant)
    {
        RecipientDirectory directory = DirectoryOf(tenant);
        var parameters = new JsonObject();
        if (_settings.Text("example.identity") is { } identity)
        {
            RecipientGroup? group = directory.Groups.FirstOrDefault(g => g.IsDynamic == (identity == "dynamic-group"));
            parameters["Identity"] = identity == "folder" ? $"{directory.Mailboxes[0].Address}:\\Calendar" : group?.Itself.Address;
        }

        return CallRemedy.None with
        {
            Body = new JsonObject { ["CmdletInput"] = new JsonObject { ["CmdletName"] = _cmdlets.Keys.FirstOrDefault(""), ["Parameters"] = parameters } }.ToJsonString(),
        };
    }

    public Reply? Answer(Exchange exchange) => null;

    public Reply? Serve(Exchange exchange)
    {
        RecipientDirectory directory = DirectoryOf(exchange.Tenant);
        Caller caller = _tools.CallerOf(exchange);
        if (exchange.Values.Find("tenantId") is { } tenant && !IsMeant(exchange.Tenant, tenant))
        {
            return Refuse(exchange, "foreign", "tenant-mismatch", $"The path names the tenant '{tenant}', the token is of {exchange.Tenant.Id}.", "Put the tenant of the token into the path.", tenant);
        }

        if (AnchorRule.Judge(exchange.Header(AnchorRule.Header), caller, directory) is { } anchor)
        {
            return Invalid(exchange, "header-wrong", anchor, "Send the header that goes with the kind of token, or leave it out.");
        }

        JsonObject? input = (JsonAnswers.ReadStrictly(exchange.Body.Span) as JsonObject)?["CmdletInput"] as JsonObject;
        string name = input?["CmdletName"] is JsonValue text && text.TryGetValue(out string? given) ? given : "";
        if (name.Length == 0)
        {
            return Invalid(exchange, "body-invalid", "The body names no cmdlet.", "Send {\"CmdletInput\":{\"CmdletName\":\"...\",\"Parameters\":{}}}.");
        }

        return _cmdlets.ContainsKey(name)
            ? Run(exchange, new CmdletCall(name, input!["Parameters"] as JsonObject ?? [], directory, _changes, _tools.WorldOf(exchange.Tenant).Today))
            : Refuse(exchange, "forbidden", "cmdlet-refused", $"This endpoint does not run {name}.", $"It runs {string.Join(", ", _cmdlets.Keys)}.", name);
    }

    private static bool IsMeant(Tenant tenant, string named) =>
        Guid.TryParse(named, out Guid id) ? id == tenant.Id : tenant.Domains.Contains(named, StringComparer.OrdinalIgnoreCase);

    private Reply Run(Exchange exchange, CmdletCall call)
    {
        string[] taken = _cmdlets[call.Name];
        if (call.Parameters.Select(p => p.Key).FirstOrDefault(p => !taken.Any(t => t.TrimEnd('!').Equals(p, StringComparison.OrdinalIgnoreCase))) is { } odd)
        {
            return Invalid(exchange, "body-invalid", $"A parameter cannot be found that matches parameter name '{odd}'.", $"{call.Name} takes {string.Join(", ", taken.Select(t => t.TrimEnd('!')))}.");
        }

        if (Array.Find(taken, t => t.EndsWith('!') && call.Find(t.TrimEnd('!')) is null) is { } needed)
        {
            return Invalid(exchange, "body-invalid", $"Cannot process command because of one or more missing mandatory parameters: {needed.TrimEnd('!')}.", "Add it to Parameters.");
        }

        if (BodyCheck.Find(exchange, exchange.Plan!.Operation) is { } problem)
        {
            return Invalid(exchange, "body-invalid", problem, "Send a body that the contract allows.");
        }

        int skip = 0;
        if (exchange.Query(SkipToken) is { } token)
        {
            if (_pages.Read(token, exchange.Tenant.Id, exchange.Path, exchange.Body) is not { } known)
            {
                return Refuse(exchange, "expired", "page-expired", "The page's link is too old, or came with another body than the first page.", "Begin again; send the same body to each link, within minutes.", token);
            }

            skip = known;
        }

        CmdletOutcome outcome = CmdletRegistry.All[call.Name].Run(call);
        return outcome.Missing is { } missing
                ? exchange.Portal.Refusals.Answer(exchange.Portal.Family.UnknownObject, exchange, new Grounds(
                    Stages.State, "no-such-object", $"{call.Name} finds no '{missing}' in the tenant.", "Take a name from Get-Mailbox or from a group's members.", Name: missing))
            : outcome.Problem is { } failed ? Invalid(exchange, "body-invalid", failed, "Look at what is there first.")
            : Show(exchange, call, outcome.Values, skip);
    }

    private Reply Show(Exchange exchange, CmdletCall call, IReadOnlyList<JsonObject> all, int skip)
    {
        CmdletPage page = CmdletPage.Of(exchange, call, all.Count, skip);
        HashSet<string>? select = exchange.Query("$select")?.Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var body = new JsonObject
        {
            ["@odata.context"] = $"https://{exchange.Host}/adminapi/v2.0/{exchange.Tenant.Id:D}/$metadata#{_settings.Text("object") ?? "Exchange.GenericHashTable"}",
            ["adminapi.warnings@odata.type"] = "#Collection(String)",
            ["@adminapi.warnings"] = new JsonArray([.. page.Warnings.Select(w => (JsonNode)w)]),
            ["value"] = new JsonArray([.. all.Skip(skip).Take(page.Count).Select(v => Narrow(v, select))]),
        };
        if (page.HasMore)
        {
            string ticket = _pages.Issue(exchange.Tenant.Id, exchange.Path, exchange.Body, skip + page.Count);
            string others = string.Concat(exchange.Http.Request.Query.Where(q => q.Key != SkipToken).Select(q => $"&{q.Key}={Uri.EscapeDataString(q.Value.ToString())}"));
            body["@odata.nextLink"] = $"{CallerAddress.Of(exchange)}{exchange.Path}?{SkipToken}={ticket}{others}";
        }

        string? fix = call.Name.StartsWith("Get-", StringComparison.OrdinalIgnoreCase) ? null : "POST /__harness/reset undoes it.";
        return JsonAnswers.Give(body, _settings.Declaration, $"{call.Name} ran in the make-believe organization.", Stages.State, fix) with { ContentType = "application/json; odata.metadata=minimal" };
    }

    private static JsonObject Narrow(JsonObject whole, HashSet<string>? select) => select is null
        ? whole
        : new JsonObject(whole.Where(m => select.Contains(m.Key)).Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())));

    private RecipientDirectory DirectoryOf(Tenant tenant) => _directory is { } known && ReferenceEquals(known.Tenant, tenant)
        ? known
        : _directory = new RecipientDirectory(_tools.WorldOf(tenant));

    private static Reply Invalid(Exchange exchange, string code, string because, string fix) =>
        exchange.Portal.Refusals.Answer(exchange.Portal.Family.InvalidCall, exchange, new Grounds(Stages.State, code, because, fix, Name: because));

    private Reply Refuse(Exchange exchange, string setting, string code, string because, string fix, string name) =>
        exchange.Portal.Refusals.Answer(_settings.Text(setting) ?? exchange.Portal.Family.InvalidCall, exchange, new Grounds(Stages.Quirk, code, because, fix, Name: name));
}
