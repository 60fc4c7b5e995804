using Harness.Mock.Exchanges;

namespace Harness.Mock.ActivityFeed.Endpoints;

/// <summary>The records of one blob.</summary>
internal sealed class GetContent : IFeedEndpoint
{
    public Reply Answer(FeedCall call)
    {
        string id = call.Exchange.Values.Find("contentId") ?? "";
        if (!ContentIds.TryRead(id, out FeedContentType type, out long slot))
        {
            return call.Refuse("invalid-content-id", "content-id-invalid", $"'{id}' has not the form of a content id.", "Take contentUri from subscriptions/content as it is.", id);
        }

        if (call.RefuseWithoutSubscription(type) is { } refused)
        {
            return refused;
        }

        if (call.Log.Find(type, slot, id) is not { } blob || blob.Created > call.Now || blob.Created < call.Feed.Subscriptions.Find(call.Tenant, type)!.VisibleFrom)
        {
            return call.Refuse("no-content", "no-such-object", $"No list has shown a blob '{id}'.", "Take contentUri from subscriptions/content as it is.", id);
        }

        return blob.Expires <= call.Now
            ? call.Refuse("content-expired", "content-expired", $"The blob expired at {blob.Expires:u}; it is {call.Now:u} now.", "Fetch content within 7 days.", id)
            : call.Json(call.Log.RecordsOf(blob), $"The {blob.Records} records of the blob; no other blob has them.");
    }
}
