using System.Globalization;

namespace Harness.Mock.ActivityFeed;

/// <summary>The stretch of time that a list is asked for: the start is in it, the end is not.</summary>
internal sealed record FeedWindow(DateTimeOffset Start, DateTimeOffset End)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(7);

    // Documented are the first three, none with a zone; the others are what widely used collectors send.
    private static readonly string[] Formats =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    public static FeedWindow LastDay(DateTimeOffset now) => new(now - Longest, now);

    /// <summary>UTC; null for another format.</summary>
    public static DateTimeOffset? Moment(string text) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset moment) ? moment : null;

    /// <summary>What the service would not take about it; null when it is allowed.</summary>
    public string? Problem(DateTimeOffset now) =>
        Start >= End ? "startTime is not before endTime."
        : End - Start > Longest ? "There are more than 24 hours between startTime and endTime."
        : Start < now - Oldest ? "startTime lies more than 7 days back."
        : null;

    public static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture);
}
