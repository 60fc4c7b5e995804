using Harness.Mock.Exchanges;

namespace Harness.Mock.ActivityFeed.Endpoints;

/// <summary>Blobs that became available in a stretch of time and are there by now.</summary>
internal sealed class ListContent : IFeedEndpoint
{
    private readonly WindowedList _list = new("content-window");

    public Reply Answer(FeedCall call)
    {
        if (call.RefuseWithoutSubscription(call.Type) is { } refused)
        {
            return refused;
        }

        FeedSubscription subscription = call.Feed.Subscriptions.Find(call.Tenant, call.Type)!;
        string root = CallerAddress.Of(call.Exchange);
        return _list.Answer(call, window => Visible(call, subscription, window), b => b, b => b.Created, b => FeedJson.Of(b, call.Tenant.Id, root));
    }

    private static IReadOnlyList<FeedBlob> Visible(FeedCall call, FeedSubscription subscription, FeedWindow window)
    {
        DateTimeOffset start = window.Start > subscription.VisibleFrom ? window.Start : subscription.VisibleFrom;
        DateTimeOffset end = window.End < call.Now ? window.End : call.Now;
        return start < end ? call.Log.Between(call.Type, start, end) : [];
    }
}
