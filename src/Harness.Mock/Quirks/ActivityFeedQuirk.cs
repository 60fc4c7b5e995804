using Harness.Contracts.Operations;
using Harness.Contracts.Tenants;
using Harness.Mock.ActivityFeed;
using Harness.Mock.ActivityFeed.Endpoints;
using Harness.Mock.Exchanges;
using Harness.Mock.Refusals;

namespace Harness.Mock.Quirks;

/// <summary>The management activity feed: subscriptions, webhooks, and content that grows with the clock.</summary>
/// <remarks>
/// Settings: <c>subscribed</c> and <c>stopped</c>, content types at the start; <c>page</c>; <c>perMinute</c>; <c>history</c> of a new subscription; <c>retries</c>, the waits
/// before a webhook is called again; <c>webhookTimeout</c>.
/// </remarks>
internal sealed class ActivityFeedQuirk : IQuirk
{
    public const string Kind = "activity-feed";

    private const string Publisher = "PublisherIdentifier";
    private const string ContentType = "contentType";
    private const string ReadFeed = "ActivityFeed.Read";
    private const string ReadDlp = "ActivityFeed.ReadDlp";

    private readonly QuirkTools _tools;
    private readonly ActivityFeedParts _feed;

    public ActivityFeedQuirk(QuirkSettings settings)
    {
        _tools = settings.Tools;
        _feed = new ActivityFeedParts(settings);
    }

    public IReadOnlyDictionary<string, string> Remedy => CallRemedy.None.Query;

    /// <summary>A content type for which the call succeeds as things stand, and a blob that is there.</summary>
    public CallRemedy RemedyFor(Operation operation, Tenant tenant)
    {
        IReadOnlyList<FeedSubscription> known = _feed.Subscriptions.Of(tenant);
        FeedContentType open = (known.FirstOrDefault(s => s.IsEnabled && s.Type.IsDlp) ?? known.FirstOrDefault(s => s.IsEnabled))?.Type ?? FeedContentType.All[0];
        if (operation.Path.EndsWith("{contentId}", StringComparison.OrdinalIgnoreCase))
        {
            DateTimeOffset now = _tools.Clock.GetUtcNow();
            IReadOnlyList<FeedBlob> blobs = _feed.LogOf(tenant).Between(open, now.AddDays(-2), now);
            return blobs.Count == 0 ? CallRemedy.None : CallRemedy.None with { PathValues = new Dictionary<string, string>(StringComparer.Ordinal) { ["contentId"] = blobs[^1].Id } };
        }

        FeedContentType? meant = Ending(operation.Path) switch
        {
            "start" => FeedContentType.All.LastOrDefault(t => !known.Any(s => s.Type == t && s.IsEnabled)) ?? open,
            "stop" => known.FirstOrDefault(s => !s.IsEnabled)?.Type ?? open,
            "content" or "notifications" => open,
            _ => null,
        };
        return meant is null ? CallRemedy.None : CallRemedy.None with { Query = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [ContentType] = meant.Name }, Body = Ending(operation.Path) == "start" ? "{}" : null };
    }

    public Reply? Answer(Exchange exchange) => null;

    public Reply? Serve(Exchange exchange)
    {
        if (FeedEndpoints.Find(exchange.Plan!.Operation.Path) is not { } endpoint)
        {
            return null;
        }

        var call = new FeedCall(exchange, _feed, FeedContentType.Find(exchange.Query(ContentType)));
        return RefuseTenant(call) ?? RefusePublisher(call) ?? RefusePermission(call) ?? endpoint.Answer(call);
    }

    private static string Ending(string path) => path[(path.LastIndexOf('/') + 1)..];

    private Reply? RefuseTenant(FeedCall call)
    {
        string named = call.Exchange.Values.Find("tenantId") ?? "";
        if (!Guid.TryParse(named, out Guid tenant))
        {
            return call.Refuse("tenant-no-guid", "tenant-invalid", $"'{named}' is no GUID.", "Put the tenant's id into the path, not its domain.", named);
        }

        return tenant == call.Tenant.Id ? null
            : _tools.TokenOf(call.Exchange) is null
                ? call.Refuse("tenant-unknown", "tenant-unknown", $"There is no tenant {tenant} here.", $"The tenant in force is {call.Tenant.Id}.", named)
                : call.Refuse("tenant-mismatch", "tenant-mismatch", $"The path names the tenant {tenant}, the token is of {call.Tenant.Id}.", "Use the tid claim of the token in the path.", named);
    }

    private Reply? RefusePublisher(FeedCall call)
    {
        string? publisher = call.Exchange.Query(Publisher);
        if (!string.IsNullOrEmpty(publisher) && !Guid.TryParse(publisher, out _))
        {
            return call.Refuse("invalid-parameter", "query-invalid", $"{Publisher} is '{publisher}', which is no GUID.", "Send the vendor's tenant id.", Publisher, "guid");
        }

        string pool = string.IsNullOrEmpty(publisher) ? "" : $"{publisher} {call.Tenant.Id}";
        return _feed.Pools.Take(pool) ? null : call.Exchange.Portal.Refusals.Answer(pool.Length == 0 ? "throttled" : "throttled-publisher", call.Exchange, new Grounds(
            Stages.Quirk, "throttled", "The pool of calls for this minute is empty.", $"Wait a minute, and send {Publisher} to have a pool of your own.", Name: Verb(call.Exchange), Expected: publisher ?? ""));
    }

    // The name of the operation stands there, not the method of the call.
    private static string Verb(Exchange exchange) => Ending(exchange.Plan!.Operation.Path) switch
    {
        "start" => "StartSubscription",
        "stop" => "StopSubscription",
        "list" => "ListSubscriptions",
        "content" => "ListAvailableContent",
        "notifications" => "ListNotifications",
        "dlpSensitiveTypes" => "GetDlpSensitiveTypes",
        _ => "GetBlob",
    };

    private Reply? RefusePermission(FeedCall call)
    {
        if (_tools.TokenOf(call.Exchange) is not { } token || TypeOf(call.Exchange) is not { } type)
        {
            return null;
        }

        string wanted = type.IsDlp ? ReadDlp : ReadFeed;
        IReadOnlyList<string> granted = token.IsAppOnly ? token.Roles : token.Scopes;
        return granted.Contains(wanted, StringComparer.OrdinalIgnoreCase) ? null : call.Exchange.Portal.Refusals.Answer("dlp-permission-missing", call.Exchange, new Grounds(
            Stages.Access, token.IsAppOnly ? "role-missing" : "scope-missing", $"{type.Name} needs {wanted}; the token has {string.Join(", ", granted)}.", $"Grant {wanted} and ask for a new token.", Expected: wanted, Audience: string.Join(" ", granted)));
    }

    private static FeedContentType? TypeOf(Exchange exchange) =>
        exchange.Values.Find("contentId") is { } id && ContentIds.TryRead(id, out FeedContentType type, out _) ? type : FeedContentType.Find(exchange.Query(ContentType));
}
