using System.Text.Json.Nodes;
using Harness.Mock.ActivityFeed.Webhooks;

namespace Harness.Mock.ActivityFeed;

/// <summary>Subscriptions, blobs and notifications as the feed writes them.</summary>
internal static class FeedJson
{
    public static JsonObject Of(FeedSubscription subscription, DateTimeOffset now) => new()
    {
        ["contentType"] = subscription.Type.Name,
        ["status"] = subscription.IsEnabled ? "enabled" : "disabled",
        ["webhook"] = subscription.Webhook is not { } webhook ? null : new JsonObject
        {
            ["status"] = webhook.IsExpired(now) ? "expired" : webhook.IsDisabled ? "disabled" : "enabled",
            ["address"] = webhook.Address.OriginalString,
            ["authId"] = webhook.AuthId,
            ["expiration"] = webhook.Expiration is null ? null : webhook.ExpirationText,
        },
    };

    /// <param name="root">Address of the server as its client knows it.</param>
    public static JsonObject Of(FeedBlob blob, Guid tenant, string root)
    {
        string id = blob.Id;
        return new JsonObject
        {
            ["contentUri"] = $"{root}/api/v1.0/{tenant:D}/activity/feed/audit/{id}",
            ["contentId"] = id,
            ["contentType"] = blob.Type.Name,
            ["contentCreated"] = FeedBlob.Text(blob.Created),
            ["contentExpiration"] = FeedBlob.Text(blob.Expires),
        };
    }

    public static JsonObject Of(FeedNotification notification, string root)
    {
        JsonObject item = Of(notification.Blob, notification.Tenant, root);
        item["notificationSent"] = FeedBlob.Text(notification.SentAt);
        item["notificationStatus"] = notification.IsDelivered ? "success" : "failed";
        return item;
    }

    /// <summary>One entry of what a webhook is told.</summary>
    public static JsonObject Told(FeedBlob blob, Guid tenant, FeedWebhook webhook, string clientId)
    {
        JsonObject item = Of(blob, tenant, webhook.Root);
        item["tenantId"] = tenant;
        item["clientId"] = clientId;
        return item;
    }
}
