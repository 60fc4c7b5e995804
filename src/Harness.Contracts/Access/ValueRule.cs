using System.Globalization;

namespace Harness.Contracts.Access;

/// <summary>What a header or query value must be, and what to send so that it is.</summary>
public sealed class ValueRule
{
    // Never a bare DateTimeOffset.TryParse: it takes "5" for a date.
    private static readonly string[] DateFormats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "r"];

    private readonly string[] _words;

    /// <param name="words">Allowed values of <see cref="ValueRuleKind.OneOf"/>; names of the cookie of <see cref="ValueRuleKind.CookieEcho"/>.</param>
    public ValueRule(ValueRuleKind kind, params IEnumerable<string> words)
    {
        Kind = kind;
        _words = [.. words];
    }

    public ValueRuleKind Kind { get; }

    /// <summary>Allowed values, or names of the echoed cookie; the first is preferred.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>Values that may be shown as what is expected; a cookie's value is a secret and is not among them.</summary>
    internal IReadOnlyList<string>? Expected => Kind == ValueRuleKind.OneOf ? _words : null;

    public bool Accepts(string value, IAccessRequest request) => Kind switch
    {
        ValueRuleKind.CookieEcho => EchoesCookie(value, request),
        _ => Accepts(value),
    };

    /// <summary>For sentences: <c>'MAC'</c>, <c>a GUID</c>.</summary>
    public string Describe() => Kind switch
    {
        ValueRuleKind.OneOf when _words.Length == 1 => $"'{_words[0]}'",
        ValueRuleKind.OneOf => $"one of '{string.Join("', '", _words)}'",
        ValueRuleKind.Guid => "a GUID (8-4-4-4-12 hexadecimal digits)",
        ValueRuleKind.GuidOrDomain => "a GUID or a domain name",
        ValueRuleKind.DateTime => "a date and time such as 2026-11-20T08:00:00Z",
        ValueRuleKind.CookieEcho => $"the value of the cookie '{_words[0]}'",
        _ => "any value",
    };

    /// <summary>The value to send; null when the source has none.</summary>
    internal string? Provide(string name, OutgoingCall call, ICredentialSource source) => Kind switch
    {
        ValueRuleKind.OneOf => _words[0],
        ValueRuleKind.CookieEcho => Echo(call, source),
        ValueRuleKind.Guid or ValueRuleKind.GuidOrDomain => Own(name, source) ?? source.NewId().ToString("D"),
        ValueRuleKind.DateTime => Own(name, source)
            ?? source.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        _ => Own(name, source),
    };

    private bool Accepts(string value) => Kind switch
    {
        ValueRuleKind.OneOf => IsOneOf(value),
        ValueRuleKind.Guid => Guid.TryParseExact(value, "D", out _),
        ValueRuleKind.GuidOrDomain => Guid.TryParseExact(value, "D", out _)
            || (value.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(value) == UriHostNameType.Dns),
        ValueRuleKind.DateTime =>
            DateTimeOffset.TryParseExact(value, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
        ValueRuleKind.Present => value.Length > 0,
        _ => false,
    };

    private bool IsOneOf(string value)
    {
        foreach (string word in _words)
        {
            if (string.Equals(value, word, StringComparison.Ordinal) || IsSameGuid(value, word))
            {
                return true;
            }
        }

        return false;
    }

    private bool EchoesCookie(string value, IAccessRequest request)
    {
        foreach (string name in _words)
        {
            if (request.Cookie(name) is { Length: > 0 } cookie)
            {
                return string.Equals(value, cookie, StringComparison.Ordinal);
            }
        }

        return false;
    }

    // A cookie that no requirement has set yet must travel too, or the header would echo nothing.
    private string? Echo(OutgoingCall call, ICredentialSource source)
    {
        foreach (string name in _words)
        {
            if (call.Cookies.TryGetValue(name, out string? cookie))
            {
                return cookie;
            }
        }

        if (source.Value(_words[0]) is not { } value)
        {
            return null;
        }

        call.Cookies[_words[0]] = value;
        return value;
    }

    private string? Own(string name, ICredentialSource source) => source.Value(name) is { } value && Accepts(value) ? value : null;

    // Letter case counts in words, but never in a GUID.
    private static bool IsSameGuid(string value, string word) =>
        Guid.TryParseExact(value, "D", out Guid a) && Guid.TryParseExact(word, "D", out Guid b) && a == b;
}
