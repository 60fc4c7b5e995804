using System.Globalization;

namespace Harness.Mock.ActivityFeed;

/// <summary>Some records that became available together, and never appear anywhere else.</summary>
/// <param name="Slot">The stretch of time that its records are from, counted from 1970.</param>
/// <param name="Created">When it became available: from then on it is listed.</param>
internal sealed record FeedBlob(FeedContentType Type, long Slot, ulong Seed, int Records, DateTimeOffset Created)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>Written out anew each time: most blobs are looked at and not listed.</summary>
    public string Id => ContentIds.Of(Type, Slot, Seed, Created);

    public DateTimeOffset Expires => Created + KeptFor;

    public static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
