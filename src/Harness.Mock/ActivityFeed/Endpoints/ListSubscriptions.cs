using System.Text.Json.Nodes;
using Harness.Mock.Exchanges;

namespace Harness.Mock.ActivityFeed.Endpoints;

/// <summary>What the tenant has subscribed to, stopped subscriptions included.</summary>
internal sealed class ListSubscriptions : IFeedEndpoint
{
    public Reply Answer(FeedCall call) => call.Json(
        new JsonArray([.. call.Feed.Subscriptions.Of(call.Tenant).Select(s => FeedJson.Of(s, call.Now))]), "The subscriptions as they stand now.");
}
