using System.Collections.Immutable;
using Harness.Contracts.Tenants;
using Harness.Mock.ActivityFeed.Webhooks;

namespace Harness.Mock.ActivityFeed;

/// <summary>Which content a tenant has subscribed to, and what its webhooks were told.</summary>
/// <param name="start">How a tenant's subscriptions stand before the first call.</param>
internal sealed class FeedSubscriptions(IReadOnlyList<FeedSubscription> start)
{
    private const int MostNotifications = 20_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, (Tenant Tenant, ImmutableList<FeedSubscription> List)> _byTenant = [];
    private ImmutableList<FeedNotification> _sent = [];

    public IReadOnlyList<FeedSubscription> Of(Tenant tenant)
    {
        lock (_lock)
        {
            return Read(tenant);
        }
    }

    public FeedSubscription? Find(Tenant tenant, FeedContentType type) => Of(tenant).FirstOrDefault(s => s.Type == type);

    public void Put(Tenant tenant, FeedSubscription subscription)
    {
        lock (_lock)
        {
            ImmutableList<FeedSubscription> known = Read(tenant);
            int at = known.FindIndex(s => s.Type == subscription.Type);
            _byTenant[tenant.Id] = (tenant, at < 0 ? known.Add(subscription) : known.SetItem(at, subscription));
        }
    }

    /// <summary>Changes a webhook unless somebody has put another in its place meanwhile.</summary>
    public void ChangeWebhook(Tenant tenant, FeedContentType type, FeedWebhook from, FeedWebhook to)
    {
        lock (_lock)
        {
            if (Read(tenant).Find(s => s.Type == type) is { } known && known.Webhook == from)
            {
                Put(tenant, known with { Webhook = to });
            }
        }
    }

    /// <summary>Everything that has a webhook and may be told something.</summary>
    public IReadOnlyList<(Tenant Tenant, FeedSubscription Subscription)> Listening()
    {
        lock (_lock)
        {
            return [.. _byTenant.Values.SelectMany(t => t.List.Where(s => s is { IsEnabled: true, Webhook.IsDisabled: false }).Select(s => (t.Tenant, s)))];
        }
    }

    public void Note(FeedNotification notification)
    {
        lock (_lock)
        {
            _sent = (_sent.Count >= MostNotifications ? _sent.RemoveAt(0) : _sent).Add(notification);
        }
    }

    public IReadOnlyList<FeedNotification> Sent(Tenant tenant, FeedContentType type)
    {
        lock (_lock)
        {
            return [.. _sent.Where(n => n.Tenant == tenant.Id && n.Blob.Type == type)];
        }
    }

    public void Reset()
    {
        lock (_lock)
        {
            _byTenant.Clear();
            _sent = [];
        }
    }

    private ImmutableList<FeedSubscription> Read(Tenant tenant) => _byTenant.TryGetValue(tenant.Id, out var known) ? known.List : [.. start];
}
