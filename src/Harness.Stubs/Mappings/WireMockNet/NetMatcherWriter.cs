using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Harness.Stubs.Matching;

namespace Harness.Stubs.Mappings.WireMockNet;

/// <summary>Writes matchers for WireMock.Net.</summary>
internal static class NetMatcherWriter
{
    /// <summary>A wildcard, or what would be the same as one, as a text; anything else as Matchers.</summary>
    public static JsonNode WriteTextOrSet(MatcherSet set, ICollection<string> losses) => set.Matchers switch
    {
        [WildcardMatcher { Reject: false, IgnoreCase: false, Patterns: [var wildcard] }] => wildcard,
        [ExactMatcher { Reject: false, IgnoreCase: false, Patterns: [var exact] }] when WildcardPattern.IsLiteral(exact) => exact,
        _ => WriteSet([], set, losses),
    };

    public static JsonObject WriteSet(JsonObject json, MatcherSet set, ICollection<string> losses) => json
        .With("Matchers", set.Matchers.Count == 0 ? null : new JsonArray([.. set.Matchers.Select(m => Write(m, losses))]))
        .With("MatchOperator", set.Operator == MatchOperator.And && set.Matchers.Count > 1 ? "And" : null);

    public static JsonObject Write(Matcher matcher, ICollection<string> losses) => (matcher switch
    {
        RegexMatcher { Whole: true } regex => Patterns(nameof(RegexMatcher), regex with { Patterns = [.. regex.Patterns.Select(Whole)] }),
        JsonPathMatcher path => JsonPath(path, losses),
        PatternMatcher patterns => Patterns(patterns.GetType().Name, patterns),
        JsonMatcher json => Json(json, losses),
        _ => new JsonObject { ["Name"] = matcher.GetType().Name },
    }).WithFlag("RejectOnMatch", matcher.Reject);

    /// <summary>The absolute URL's pattern for what follows the host.</summary>
    public static string AfterHost(string pattern) => $"^https?://[^/]+{pattern}$";

    public static string Group(string pattern) => $"(?:{pattern})";

    public static string Literal(string text) => Regex.Escape(text);

    private static string Whole(string pattern) => $"^{Group(pattern)}$";

    private static JsonObject Patterns(string name, PatternMatcher matcher) => (matcher.Patterns is [var only]
            ? new JsonObject { ["Name"] = name, ["Pattern"] = only }
            : new JsonObject { ["Name"] = name, ["Patterns"] = JsonMembers.List(matcher.Patterns) })
        .WithFlag("IgnoreCase", matcher.IgnoreCase)
        .With("MatchOperator", matcher.Operator == MatchOperator.And ? "And" : null);

    private static JsonObject JsonPath(JsonPathMatcher path, ICollection<string> losses)
    {
        if (path.Value is not null)
        {
            losses.Add("what the JSONPath must find (WireMock.Net asks only that it finds something)");
        }

        return Patterns(nameof(JsonPathMatcher), path);
    }

    private static JsonObject Json(JsonMatcher json, ICollection<string> losses)
    {
        if (json.IgnoreArrayOrder != json.IgnoreExtraElements)
        {
            losses.Add("ignoreArrayOrder without ignoreExtraElements, or the other way round (WireMock.Net ignores both or neither)");
        }

        string name = (json.Wildcard, json.IgnoreExtraElements || json.IgnoreArrayOrder) switch
        {
            (true, _) => "JsonPartialWildcardMatcher",
            (_, true) => "JsonPartialMatcher",
            _ => nameof(JsonMatcher),
        };

        // A lone text would be read as JSON in a text.
        JsonNode? pattern = json.Pattern is null or JsonValue ? json.Pattern?.ToJsonString() ?? "null" : json.Pattern.DeepClone();
        return new JsonObject { ["Name"] = name, ["Pattern"] = pattern }.WithFlag("IgnoreCase", json.IgnoreCase).WithFlag("Regex", json.Regex);
    }
}
