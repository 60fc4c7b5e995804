using System.Globalization;
using System.Text.RegularExpressions;

namespace Harness.Mock.Recordings;

/// <summary>Moves the dates of a recording by whole days, so that what was new when it was recorded is new by the virtual clock.</summary>
/// <remarks>Whole days keep the order of dates and the time of day, and an answer stays the same all day.</remarks>
internal static partial class DateShift
{
    private const int Earliest = 2000;
    private const int Latest = 2100;

    /// <summary>ISO 8601 dates with or without time, and <c>/Date(1700000000000)/</c>.</summary>
    public static string Apply(string text, int days)
    {
        if (days == 0 || text.Length < 10)
        {
            return text;
        }

        string shifted = IsoDate().Replace(text, match => Shift(match.Value, days));
        return text.StartsWith("/Date(", StringComparison.Ordinal) ? Ticks().Replace(shifted, match => Shift(long.Parse(match.ValueSpan, CultureInfo.InvariantCulture), days)) : shifted;
    }

    private static string Shift(string date, int days) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && day.Year is > Earliest and < Latest
            ? day.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : date;

    private static string Shift(long milliseconds, int days) => (milliseconds + (days * 86_400_000L)).ToString(CultureInfo.InvariantCulture);

    // A date by itself or before a time: not the first half of a longer number or name.
    [GeneratedRegex(@"(?<![\w.-])\d{4}-\d{2}-\d{2}(?=T\d|\s|$|[""',;)\]/Z])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"(?<=^/Date\()\d{1,15}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ticks();
}
