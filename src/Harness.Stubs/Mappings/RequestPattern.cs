using Harness.Stubs.Matching;
using Harness.Stubs.Requests;

namespace Harness.Stubs.Mappings;

/// <summary>The calls a mapping is for: all that it says must hold.</summary>
public sealed record RequestPattern
{
    /// <summary>Empty for any.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>The methods are the ones that are refused.</summary>
    public bool RejectMethods { get; init; }

    /// <summary>Null for any address.</summary>
    public UrlPattern? Url { get; init; }

    /// <summary>Null for any host.</summary>
    public MatcherSet? Host { get; init; }

    public IReadOnlyList<NamedPattern> Query { get; init; } = [];

    public IReadOnlyList<NamedPattern> Headers { get; init; } = [];

    public IReadOnlyList<NamedPattern> Cookies { get; init; } = [];

    /// <summary>Null for any body, none included.</summary>
    public MatcherSet? Body { get; init; }

    // In the order of their cost.
    public bool Accepts(StubCall call) =>
        AcceptsMethod(call.Request.Method)
        && (Url is null || Url.Accepts(call))
        && (Host is null || Host.Accepts([new StubText(call.Request.Host)]))
        && Headers.All(h => h.Accepts(call.HeaderValues(h.Name)))
        && Query.All(q => q.Accepts(call.QueryValues(q.Name, q.IgnoreCase)))
        && Cookies.All(c => c.Accepts(call.CookieValues(c.Name, c.IgnoreCase)))
        && (Body is null || Body.Accepts(call.Body));

    private bool AcceptsMethod(string method) =>
        Methods.Count == 0 || Methods.Contains(method, StringComparer.OrdinalIgnoreCase) != RejectMethods;
}
