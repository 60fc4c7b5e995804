using Harness.Mock.ActivityFeed.Webhooks;

namespace Harness.Mock.ActivityFeed;

/// <summary>A tenant's subscription to one kind of content.</summary>
/// <param name="VisibleFrom">What became available before is not shown.</param>
internal sealed record FeedSubscription(FeedContentType Type, bool IsEnabled, DateTimeOffset VisibleFrom, string ClientId, FeedWebhook? Webhook);
