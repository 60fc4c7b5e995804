using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Harness.Mock.ActivityFeed.Webhooks;
using Harness.Mock.Exchanges;
using Harness.Mock.Quirks.Values;

namespace Harness.Mock.ActivityFeed.Endpoints;

/// <summary>Subscribes to one kind of content. A webhook has to prove itself first, and nothing changes when it does not.</summary>
internal sealed class StartSubscription : IFeedEndpoint
{
    private const string NotTaken = "webhook-not-validated";

    public Reply Answer(FeedCall call)
    {
        JsonNode? body = call.Exchange.Body.IsEmpty ? null : JsonAnswers.ReadStrictly(call.Exchange.Body.Span);
        if (!call.Exchange.Body.IsEmpty && body is not JsonObject)
        {
            return call.Refuse("invalid-parameter", "body-invalid", "The body is no JSON object.", "Send {\"webhook\":{...}} or no body.", "body", "json");
        }

        JsonNode? wish = body?["webhook"];
        if (wish is not (null or JsonObject))
        {
            return call.Refuse("invalid-parameter", "body-invalid", "webhook is no JSON object.", "Send {\"webhook\":{\"address\":\"https://...\"}} or leave it out.", "webhook", "object");
        }

        FeedWebhook? webhook = null;
        if (wish is not null && WebhookWish.Read(call, (JsonObject)wish, out webhook) is { } refused)
        {
            return refused;
        }

        FeedSubscription? known = call.Feed.Subscriptions.Find(call.Tenant, call.Type);
        if (known is { IsEnabled: true } && (webhook is null ? known.Webhook is null : known.Webhook?.IsLike(webhook) == true))
        {
            return call.Refuse("already-enabled", "already-enabled", $"The subscription to {call.Type.Name} is enabled, and the call changes nothing about it.", "Look at subscriptions/list before you start; this answer means that all is well.");
        }

        return webhook is null ? Enable(call, null) : call.Empty("Asks the webhook.") with { Pending = cancelled => Validate(call, webhook, cancelled) };
    }

    private static async Task<Reply> Validate(FeedCall call, FeedWebhook webhook, CancellationToken cancelled)
    {
        string address = webhook.Address.OriginalString;
        if (!await call.Feed.Webhooks.IsLoopback(webhook.Address, cancelled))
        {
            return call.Refuse(NotTaken, "webhook-not-loopback", $"'{webhook.Address.Host}' is not this machine, and the mock calls nobody else.", "Let the listener run on this machine: https://localhost:PORT/...", address);
        }

        string code = new Guid(RandomNumberGenerator.GetBytes(16)).ToString("D");
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Webhook-ValidationCode"] = code };
        if (webhook.AuthId is { } authId)
        {
            headers["Webhook-AuthID"] = authId;
        }

        int? status = await call.Feed.Webhooks.Post(webhook.Address, headers, JsonAnswers.Write(new JsonObject { ["validationCode"] = code }), cancelled);
        return status == 200 ? Enable(call, webhook) : call.Refuse(
            NotTaken,
            NotTaken,
            status is null ? $"{address} did not answer the validation call in time." : $"{address} answered {status} to the validation call.",
            "Let it answer 200 to a POST with a Webhook-ValidationCode.",
            address);
    }

    private static Reply Enable(FeedCall call, FeedWebhook? webhook)
    {
        FeedSubscription? known = call.Feed.Subscriptions.Find(call.Tenant, call.Type);

        // A new subscription sees a day's history (observed), and so does one that was stopped before anybody remembers; one stopped lately has lost what came meanwhile (documented).
        bool isNew = known is null or { IsEnabled: false, VisibleFrom.Ticks: 0 };
        DateTimeOffset visible = isNew ? call.Now - call.Feed.History : known!.IsEnabled ? known.VisibleFrom : call.Now;
        var subscription = new FeedSubscription(call.Type, true, visible, call.Feed.Tools.CallerOf(call.Exchange).ClientId, webhook);
        call.Feed.Subscriptions.Put(call.Tenant, subscription);
        if (webhook is not null)
        {
            call.Feed.Courier.Begin();
        }

        return call.Json(FeedJson.Of(subscription, call.Now), $"The tenant is subscribed to {call.Type.Name}{(webhook is null ? "" : $", and {webhook.Address} is told what comes")}.");
    }
}
