using System.Globalization;
using System.Text.Json.Nodes;
using Harness.Mock.ActivityFeed.Webhooks;
using Harness.Mock.Exchanges;

namespace Harness.Mock.ActivityFeed.Endpoints;

/// <summary>Reads the webhook that a call to start asks for.</summary>
internal static class WebhookWish
{
    /// <summary>What is wrong with it; null when the webhook may be asked to prove itself.</summary>
    public static Reply? Read(FeedCall call, JsonObject wish, out FeedWebhook? webhook)
    {
        webhook = null;
        string address = Text(wish["address"]) ?? "";
        if (address.Length == 0)
        {
            return call.Refuse("missing-parameter", "body-invalid", "The webhook has no address.", "Add \"address\".", "address");
        }

        bool isAddress = Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "https" or "http" && uri!.UserInfo.Length == 0;

        // The service takes nothing but HTTPS. A listener on this machine seldom has a certificate, so that plain HTTP is let pass there and nowhere else.
        if (!isAddress || (uri!.Scheme == "http" && !uri.IsLoopback))
        {
            return call.Refuse("webhook-not-https", "webhook-not-https", $"'{address}' does not begin with https://.", "Use https://; for a listener on this machine http://localhost will do.", address);
        }

        string? expiration = Text(wish["expiration"]) is { Length: > 0 } text ? text : null;
        DateTimeOffset? end = expiration is null ? null
            : DateTimeOffset.TryParse(expiration, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment) ? moment
            : DateTimeOffset.MinValue;
        if (end == DateTimeOffset.MinValue)
        {
            return call.Refuse("invalid-parameter", "body-invalid", $"The expiration '{expiration}' is no moment.", "Write it as 2026-11-20T08:00:00Z, or leave it empty.", "expiration", "datetime");
        }

        if (end <= call.Now)
        {
            return call.Refuse("expiration-past", "body-invalid", $"The expiration {expiration} is past; it is {call.Now:u} now.", "Choose a later moment, or leave it empty.", expiration!);
        }

        string? authId = Text(wish["authId"]) is { Length: > 0 } id ? id : null;
        webhook = new FeedWebhook(uri, authId, end, expiration, CallerAddress.Of(call.Exchange), call.Now);
        return null;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
