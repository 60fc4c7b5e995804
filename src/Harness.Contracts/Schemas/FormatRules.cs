using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Harness.Contracts.Schemas;

/// <summary>Which texts a <c>format</c> admits; a format that is not listed admits all.</summary>
public static partial class FormatRules
{
    private const int TimeLimitMilliseconds = 200;

    public static bool Admits(string format, string text) => format switch
    {
        "uuid" or "guid" => Guid.TryParseExact(text, "D", out _),
        "date-time" => DateTimePattern().IsMatch(text) && IsDate(text[..10]) && IsTime(text[11..]),
        "date" => text.Length == 10 && IsDate(text),
        "time" => TimePattern().IsMatch(text) && IsTime(text),
        "uri" or "url" => Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && text.StartsWith(uri.Scheme, StringComparison.OrdinalIgnoreCase),
        "uri-reference" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
        "email" => EmailPattern().IsMatch(text),
        "hostname" => Uri.CheckHostName(text) is not UriHostNameType.Unknown,
        "ipv4" => IPAddress.TryParse(text, out IPAddress? four) && four.AddressFamily == AddressFamily.InterNetwork && text.Count(c => c == '.') == 3,
        "ipv6" => IPAddress.TryParse(text, out IPAddress? six) && six.AddressFamily == AddressFamily.InterNetworkV6,
        "byte" => Base64.IsValid(text),
        "duration" => text.Length > 2 && text[^1] != 'T' && DurationPattern().IsMatch(text),
        _ => true,
    };

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // A leap second is a valid time of RFC 3339, though .NET has none.
    private static bool IsTime(string text) =>
        int.Parse(text.AsSpan(0, 2), CultureInfo.InvariantCulture) < 24
        && int.Parse(text.AsSpan(3, 2), CultureInfo.InvariantCulture) < 60
        && int.Parse(text.AsSpan(6, 2), CultureInfo.InvariantCulture) <= 60;

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)\z", RegexOptions.ExplicitCapture, TimeLimitMilliseconds)]
    private static partial Regex DateTimePattern();

    [GeneratedRegex(@"^\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)?\z", RegexOptions.ExplicitCapture, TimeLimitMilliseconds)]
    private static partial Regex TimePattern();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\z", RegexOptions.ExplicitCapture, TimeLimitMilliseconds)]
    private static partial Regex EmailPattern();

    [GeneratedRegex(@"^-?P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?\z", RegexOptions.ExplicitCapture, TimeLimitMilliseconds)]
    private static partial Regex DurationPattern();
}
