using System.Text;

namespace Harness.Stubs.Requests;

/// <summary>One call under its mappings: what they ask for is taken apart once, and only when one of them asks.</summary>
public sealed class StubCall
{
    private readonly Lazy<StubText[]> _paths;
    private readonly Lazy<StubText[]> _body;
    private readonly Lazy<KeyValuePair<string, string>[]> _query;
    private readonly Lazy<KeyValuePair<string, string>[]> _cookies;

    public StubCall(IStubRequest request)
    {
        Request = request;
        _paths = new Lazy<StubText[]>(() => Spellings(""));
        _body = new Lazy<StubText[]>(() => request.Body.IsEmpty ? [] : [new StubText(Encoding.UTF8.GetString(request.Body.Span))]);
        _query = new Lazy<KeyValuePair<string, string>[]>(() => [.. NamedTexts.OfQuery(request.QueryString)]);
        _cookies = new Lazy<KeyValuePair<string, string>[]>(() => [.. NamedTexts.OfCookies(request.Header("Cookie"))]);
    }

    public IStubRequest Request { get; }

    /// <summary>Percent-decoded.</summary>
    public string Path => _paths.Value[0].Text;

    /// <summary>Decoded, and as sent where that differs: a mapping may be written either way.</summary>
    public IReadOnlyList<StubText> Paths => _paths.Value;

    /// <summary>Path and query.</summary>
    public IReadOnlyList<StubText> PathsAndQueries => Spellings("", Request.QueryString);

    public IReadOnlyList<StubText> AbsoluteUrls => Spellings($"{Request.Scheme}://{Request.Host}", Request.QueryString);

    /// <summary>Empty when the call has no body.</summary>
    public IReadOnlyList<StubText> Body => _body.Value;

    public IReadOnlyList<KeyValuePair<string, string>> Query => _query.Value;

    public IReadOnlyList<KeyValuePair<string, string>> Cookies => _cookies.Value;

    public IReadOnlyList<StubText> QueryValues(string name, bool ignoreCase) => Values(Query, name, ignoreCase);

    public IReadOnlyList<StubText> CookieValues(string name, bool ignoreCase) => Values(Cookies, name, ignoreCase);

    public IReadOnlyList<StubText> HeaderValues(string name) => [.. Request.Header(name).Select(v => new StubText(v))];

    private static StubText[] Values(IEnumerable<KeyValuePair<string, string>> pairs, string name, bool ignoreCase)
    {
        StringComparison comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return [.. pairs.Where(p => p.Key.Equals(name, comparison)).Select(p => new StubText(p.Value))];
    }

    private StubText[] Spellings(string before, string after = "")
    {
        string raw = before + Request.RawPath + after;
        string decoded = before + Uri.UnescapeDataString(Request.RawPath) + Uri.UnescapeDataString(after);
        return string.Equals(raw, decoded, StringComparison.Ordinal) ? [new StubText(raw)] : [new StubText(decoded), new StubText(raw)];
    }
}
