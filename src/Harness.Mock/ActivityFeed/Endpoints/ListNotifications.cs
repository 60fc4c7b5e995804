using Harness.Mock.ActivityFeed.Webhooks;
using Harness.Mock.Exchanges;

namespace Harness.Mock.ActivityFeed.Endpoints;

/// <summary>What the webhook was told in a stretch of time, and whether it listened.</summary>
internal sealed class ListNotifications : IFeedEndpoint
{
    private readonly WindowedList _list = new("notifications-window");

    public Reply Answer(FeedCall call)
    {
        if (call.RefuseWithoutSubscription(call.Type) is { } refused)
        {
            return refused;
        }

        IReadOnlyList<FeedNotification> sent = call.Feed.Subscriptions.Sent(call.Tenant, call.Type);
        string root = CallerAddress.Of(call.Exchange);
        return _list.Answer<FeedNotification>(call, window => [.. sent.Where(n => n.SentAt >= window.Start && n.SentAt < window.End)], n => n.Blob, n => n.SentAt, n => FeedJson.Of(n, root));
    }
}
