namespace Harness.Mock.ActivityFeed.Webhooks;

/// <summary>Where notifications go.</summary>
/// <param name="ExpirationText">As the subscriber wrote it.</param>
/// <param name="Root">The mock's own address as the subscriber called it: links in notifications begin with it.</param>
/// <param name="Since">Blobs that became available before are not told.</param>
internal sealed record FeedWebhook(Uri Address, string? AuthId, DateTimeOffset? Expiration, string? ExpirationText, string Root, DateTimeOffset Since)
{
    /// <summary>Given up after too many failures, until somebody starts the subscription again.</summary>
    public bool IsDisabled { get; init; }

    public bool IsExpired(DateTimeOffset now) => Expiration is { } end && end <= now;

    /// <summary>Whether starting again with that one would change nothing.</summary>
    public bool IsLike(FeedWebhook other) => !IsDisabled && Address == other.Address && AuthId == other.AuthId && Expiration == other.Expiration;
}
