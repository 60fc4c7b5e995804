using Harness.Mock.Exchanges;

namespace Harness.Mock.ActivityFeed.Endpoints;

/// <summary>Ends a subscription: no notifications any more, and no content.</summary>
internal sealed class StopSubscription : IFeedEndpoint
{
    public Reply Answer(FeedCall call)
    {
        if (call.Feed.Subscriptions.Find(call.Tenant, call.Type) is not { } subscription)
        {
            return call.RefuseWithoutSubscription(call.Type)!;
        }

        call.Feed.Subscriptions.Put(call.Tenant, subscription with { IsEnabled = false, Webhook = null, VisibleFrom = subscription.IsEnabled ? call.Now : subscription.VisibleFrom });
        return call.Empty($"The subscription to {call.Type.Name} is stopped; content that becomes available until it is started again will never be shown.");
    }
}
