namespace Harness.Mock.ActivityFeed.Webhooks;

/// <summary>How far one webhook has been told, and when it may be tried again. Only the courier touches it.</summary>
internal sealed class WebhookRound(FeedWebhook webhook)
{
    public FeedWebhook Webhook => webhook;

    /// <summary>The first moment whose blobs have not been told.</summary>
    public DateTimeOffset ToldUntil { get; private set; } = webhook.Since;

    public DateTimeOffset NotBefore { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>In a row.</summary>
    public int Failures { get; private set; }

    public void Told(DateTimeOffset last)
    {
        ToldUntil = last.AddTicks(1);
        NotBefore = DateTimeOffset.MinValue;
        Failures = 0;
    }

    public void Fail(DateTimeOffset again)
    {
        NotBefore = again;
        Failures++;
    }
}
