using System.Globalization;

namespace Harness.Drift.Runs;

/// <summary>Names runs by the moment they began at, so that they sort as they happened.</summary>
internal static class RunIds
{
    public static string Of(DateTimeOffset start) => start.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
}
