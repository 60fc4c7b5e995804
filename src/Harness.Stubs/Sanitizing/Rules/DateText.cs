using System.Globalization;

namespace Harness.Stubs.Sanitizing.Rules;

/// <summary>Tells dates, which survive: what happened before what is what a recording is for.</summary>
internal static class DateText
{
    public static bool Is(string value) =>
        value.Length is >= 8 and <= 40
        && (char.IsAsciiDigit(value[0]) || value.StartsWith("/Date(", StringComparison.Ordinal) || value.Contains(':', StringComparison.Ordinal))
        && (value.StartsWith("/Date(", StringComparison.Ordinal)
            || (value.AsSpan().ContainsAny("-/ :") && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)));
}
