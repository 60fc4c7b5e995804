using Harness.Stubs.Matching;
using Harness.Stubs.Requests;

namespace Harness.Stubs.Mappings;

/// <summary>The addresses a mapping is for.</summary>
public sealed record UrlPattern(UrlPart Part, MatcherSet Matchers)
{
    /// <summary>The only path that fits, as written; null when several may. It is what mappings are found by.</summary>
    public string? LiteralPath => Part == UrlPart.Path && Matchers.Matchers is [{ Reject: false } matcher]
        ? matcher switch
        {
            ExactMatcher { IgnoreCase: false, Patterns: [var path] } => path,
            WildcardMatcher { IgnoreCase: false, Patterns: [var path] } when WildcardPattern.IsLiteral(path) => path,
            _ => null,
        }
        : null;

    public bool Accepts(StubCall call) => Matchers.Accepts(Part switch
    {
        UrlPart.Path => call.Paths,
        UrlPart.PathAndQuery => call.PathsAndQueries,
        _ => call.AbsoluteUrls,
    });
}
