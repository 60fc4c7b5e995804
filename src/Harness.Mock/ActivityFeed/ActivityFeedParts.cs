using System.Collections.Concurrent;
using Harness.Contracts.Families;
using Harness.Contracts.Tenants;
using Harness.Mock.ActivityFeed.Webhooks;
using Harness.Mock.Quirks;

namespace Harness.Mock.ActivityFeed;

/// <summary>What the feed's operations share: subscriptions, the tenants' logs, the courier, and the declaration they stand in.</summary>
internal sealed class ActivityFeedParts
{
    private readonly QuirkTools _tools;
    private readonly ConcurrentDictionary<Guid, AuditLog> _logs = new();

    public ActivityFeedParts(QuirkSettings settings)
    {
        _tools = settings.Tools;
        Declaration = settings.Declaration;
        Subscriptions = new FeedSubscriptions(
        [
            .. Types(settings, "subscribed").Select(t => new FeedSubscription(t, true, DateTimeOffset.MinValue, "", null)),
            .. Types(settings, "stopped").Select(t => new FeedSubscription(t, false, DateTimeOffset.MinValue, "", null)),
        ]);
        Pools = new RequestPools(_tools.Clock, settings.Number("perMinute", 60_000));
        PageSize = Math.Max(1, settings.Number("page", 200));
        History = settings.Duration("history", TimeSpan.FromHours(22));
        Webhooks = new LoopbackClient(settings.Duration("webhookTimeout", TimeSpan.FromSeconds(10)));
        Courier = new WebhookCourier(this, _tools.Clock, _tools.RealTime, settings.Durations("retries"));
        _tools.OnReset(Reset);
        _tools.OnStop(Courier.Stop);
    }

    public QuirkDeclaration Declaration { get; }

    public FeedSubscriptions Subscriptions { get; }

    public RequestPools Pools { get; }

    /// <summary>Most blobs that one answer lists.</summary>
    public int PageSize { get; }

    /// <summary>How far back a new subscription sees.</summary>
    public TimeSpan History { get; }

    public LoopbackClient Webhooks { get; }

    public WebhookCourier Courier { get; }

    public QuirkTools Tools => _tools;

    public AuditLog LogOf(Tenant tenant) => _logs.GetOrAdd(tenant.Id, _ => new AuditLog(_tools.WorldOf(tenant), _tools.Seed));

    private void Reset()
    {
        Subscriptions.Reset();
        Courier.Forget();
        Pools.Reset();
    }

    private static IEnumerable<FeedContentType> Types(QuirkSettings settings, string key)
    {
        foreach (string name in settings.List(key))
        {
            settings.Need(key, FeedContentType.Find(name) is not null, $"'{name}' is none of {string.Join(", ", FeedContentType.All.Select(t => t.Name))}");
        }

        return settings.List(key).Select(FeedContentType.Find).OfType<FeedContentType>();
    }
}
