using System.Globalization;

namespace Harness.Identity.Errors;

/// <summary>Moments as the texts of errors spell them: <c>2023-05-30T05:19:20.3135329Z</c>.</summary>
internal static class ErrorTimes
{
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
