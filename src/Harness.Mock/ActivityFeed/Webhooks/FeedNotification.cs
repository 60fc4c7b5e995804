namespace Harness.Mock.ActivityFeed.Webhooks;

/// <summary>One attempt to tell a webhook about a blob.</summary>
internal sealed record FeedNotification(Guid Tenant, FeedBlob Blob, DateTimeOffset SentAt, bool IsDelivered);
