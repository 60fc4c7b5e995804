using System.Text.RegularExpressions;

namespace Harness.Stubs.Matching;

/// <summary>The kinds of matchers, by WireMock.Net's names, one line each; and the ones that are refused, with the way out.</summary>
internal static class MatcherRegistry
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    // How an expression for the whole text is written for WireMock.Net, which looks for one anywhere.
    private static readonly Regex WholeText = new("\\A\\^\\(\\?:(?<inner>[\\s\\S]*)\\)\\$\\z", RegexOptions.ExplicitCapture, Limit);

    /// <summary>A null result has been reported.</summary>
    public static readonly IReadOnlyDictionary<string, Func<MatcherDraft, Matcher?>> Kinds = new Dictionary<string, Func<MatcherDraft, Matcher?>>(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(ExactMatcher)] = d => d.TextPatterns() is { } p ? new ExactMatcher { Patterns = p, IgnoreCase = d.IgnoreCase, Operator = d.Operator, Reject = d.Reject } : null,
        [nameof(WildcardMatcher)] = d => d.TextPatterns() is { } p ? new WildcardMatcher { Patterns = p, IgnoreCase = d.IgnoreCase, Operator = d.Operator, Reject = d.Reject } : null,
        [nameof(RegexMatcher)] = d => d.TextPatterns(RegexMatcher.Check) is { } p ? OfRegex(p) with { IgnoreCase = d.IgnoreCase, Operator = d.Operator, Reject = d.Reject } : null,
        [nameof(JsonMatcher)] = d => OfJson(d),
        ["JsonPartialMatcher"] = d => OfJson(d) is { } json ? json with { IgnoreArrayOrder = true, IgnoreExtraElements = true } : null,
        ["JsonPartialWildcardMatcher"] = d => OfJson(d) is { } json ? json with { IgnoreArrayOrder = true, IgnoreExtraElements = true, Wildcard = true } : null,
        [nameof(JsonPathMatcher)] = d => d.TextPatterns(JsonPathQuery.Check) is { } p ? new JsonPathMatcher { Patterns = p, Operator = d.Operator, Reject = d.Reject } : null,
        [nameof(NotNullOrEmptyMatcher)] = d => new NotNullOrEmptyMatcher { Reject = d.Reject },
    };

    /// <summary>WireMock.Net has these; here they are refused rather than taken for something near.</summary>
    public static readonly IReadOnlyDictionary<string, string> Refused = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["LinqMatcher"] = "It runs code; write a JsonPathMatcher or a RegexMatcher",
        ["CSharpCodeMatcher"] = "It runs code; write a JsonPathMatcher or a RegexMatcher",
        ["ExactObjectMatcher"] = "Write a JsonMatcher",
        ["JmesPathMatcher"] = "Write a JsonPathMatcher",
        ["XPathMatcher"] = "Write a RegexMatcher; the portals speak JSON",
        ["GraphQLMatcher"] = "Write a JsonPartialMatcher for the query's JSON",
        ["ContentTypeMatcher"] = "Match the header Content-Type",
        ["FormUrlEncodedMatcher"] = "Write a WildcardMatcher such as *name=value*",
        ["MimePartMatcher"] = "Write a WildcardMatcher",
        ["ProtoBufMatcher"] = "The portals speak JSON; leave it out",
        ["SimMetricsMatcher"] = "Write a WildcardMatcher or a RegexMatcher",
    };

    private static RegexMatcher OfRegex(IReadOnlyList<string> patterns)
    {
        Match[] wholes = [.. patterns.Select(p => WholeText.Match(p))];
        string[] inner = [.. wholes.Select(m => m.Groups["inner"].Value)];

        // "^(?:a)b(?:c)$" has the same ends, but what is between them is no expression by itself.
        return wholes.All(m => m.Success) && inner.All(p => RegexMatcher.Check(p) is null)
            ? new RegexMatcher { Patterns = inner, Whole = true }
            : new RegexMatcher { Patterns = patterns };
    }

    private static JsonMatcher? OfJson(MatcherDraft draft) => draft.TryJson(out System.Text.Json.Nodes.JsonNode? json)
        ? new JsonMatcher { Pattern = json, IgnoreCase = draft.IgnoreCase, Regex = draft.Regex, Reject = draft.Reject }
        : null;
}
