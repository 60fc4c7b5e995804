using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Harness.Contracts.Tenants;
using Harness.Mock.Quirks.Values;

namespace Harness.Mock.ActivityFeed.Webhooks;

/// <summary>Tells webhooks about new blobs as the virtual clock brings them, tries again with growing waits, and gives a webhook up in the end.</summary>
/// <param name="clock">The virtual one: what is due follows it.</param>
/// <param name="realTime">How often somebody looks at the clock does not.</param>
/// <param name="retries">Waits before each further attempt, by the virtual clock.</param>
internal sealed class WebhookCourier(ActivityFeedParts feed, TimeProvider clock, TimeProvider realTime, IReadOnlyList<TimeSpan> retries)
{
    private const int MostAtOnce = 100;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<(Guid Tenant, string Type), WebhookRound> _rounds = new();
    private volatile bool _isStopped;
    private int _isRunning;

    /// <summary>Begins to look for what is due, unless it does so already.</summary>
    public void Begin()
    {
        if (Interlocked.Exchange(ref _isRunning, 1) == 0)
        {
            _ = Task.Run(Run);
        }
    }

    public void Stop() => _isStopped = true;

    public void Forget() => _rounds.Clear();

    private async Task Run()
    {
        while (!_isStopped)
        {
            foreach ((Tenant tenant, FeedSubscription subscription) in feed.Subscriptions.Listening())
            {
                await Deliver(tenant, subscription);
            }

            await Task.Delay(Look, realTime);
        }
    }

    private async Task Deliver(Tenant tenant, FeedSubscription subscription)
    {
        FeedWebhook webhook = subscription.Webhook!;
        DateTimeOffset now = clock.GetUtcNow();
        (Guid, string) key = (tenant.Id, subscription.Type.Name);
        WebhookRound round = _rounds.TryGetValue(key, out WebhookRound? known) && ReferenceEquals(known.Webhook, webhook) ? known : _rounds[key] = new WebhookRound(webhook);
        if (webhook.IsExpired(now) || now < round.NotBefore)
        {
            return;
        }

        FeedBlob[] due = Due(feed.LogOf(tenant).Between(subscription.Type, round.ToldUntil, now));
        if (due.Length == 0)
        {
            return;
        }

        var body = new JsonArray([.. due.Select(b => FeedJson.Told(b, tenant.Id, webhook, subscription.ClientId))]);
        int? status = await feed.Webhooks.Post(webhook.Address, AuthId(webhook), JsonAnswers.Write(body), CancellationToken.None);
        if (_isStopped || !_rounds.TryGetValue(key, out WebhookRound? current) || current != round)
        {
            return;
        }

        foreach (FeedBlob blob in due)
        {
            feed.Subscriptions.Note(new FeedNotification(tenant.Id, blob, now, status == 200));
        }

        Settle(tenant, subscription, round, status == 200, due[^1].Created, now);
    }

    private void Settle(Tenant tenant, FeedSubscription subscription, WebhookRound round, bool isDelivered, DateTimeOffset last, DateTimeOffset now)
    {
        if (isDelivered)
        {
            round.Told(last);
        }
        else if (round.Failures < retries.Count)
        {
            round.Fail(now + retries[round.Failures]);
        }
        else
        {
            feed.Subscriptions.ChangeWebhook(tenant, subscription.Type, round.Webhook, round.Webhook with { IsDisabled = true });
        }
    }

    // Blobs of one moment go together: the next round begins after it.
    private static FeedBlob[] Due(IReadOnlyList<FeedBlob> blobs)
    {
        int count = Math.Min(blobs.Count, MostAtOnce);
        while (count > 0 && count < blobs.Count && blobs[count].Created == blobs[count - 1].Created)
        {
            count++;
        }

        return [.. blobs.Take(count)];
    }

    private static IEnumerable<KeyValuePair<string, string>> AuthId(FeedWebhook webhook) => webhook.AuthId is { } id ? [new("Webhook-AuthID", id)] : [];
}
