using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Harness.Stubs.Matching;

namespace Harness.Stubs.Mappings.WireMock;

/// <summary>Writes WireMock's value patterns.</summary>
internal static class JavaPatternWriter
{
    public static JsonObject WriteSet(MatcherSet set, ICollection<string> losses) => set.Matchers switch
    {
        [] => new JsonObject { ["matches"] = "[\\s\\S]*" },
        [var only] => Write(only, losses),
        _ => new JsonObject { [set.Operator == MatchOperator.And ? "and" : "or"] = new JsonArray([.. set.Matchers.Select(m => Write(m, losses))]) },
    };

    public static JsonObject Write(Matcher matcher, ICollection<string> losses) => matcher switch
    {
        WildcardMatcher { Patterns: ["*"], Reject: false } => new JsonObject { ["anything"] = "(always)" },
        ExactMatcher { Patterns: [var text] } exact => Rejected(new JsonObject { ["equalTo"] = text }.WithFlag("caseInsensitive", exact.IgnoreCase), exact.Reject),
        WildcardMatcher { IgnoreCase: false, Patterns: [['*', .. var inner, '*']] } part when WildcardPattern.IsLiteral(inner) => new JsonObject { [part.Reject ? "doesNotContain" : "contains"] = inner },
        JsonMatcher json => Rejected(Json(json, losses), json.Reject),
        JsonPathMatcher path => Rejected(JsonPath(path, losses), path.Reject),
        NotNullOrEmptyMatcher => new JsonObject { [matcher.Reject ? "doesNotMatch" : "matches"] = "[\\s\\S]+" },
        PatternMatcher patterns when Expression(patterns, losses) is { } expression => new JsonObject { [patterns.Reject ? "doesNotMatch" : "matches"] = expression },
        _ => [],
    };

    /// <summary>An expression that fits the whole text exactly when one of the patterns does; null, with a loss, when there is none.</summary>
    public static string? Expression(PatternMatcher matcher, ICollection<string> losses)
    {
        if (matcher.Operator == MatchOperator.And && matcher.Patterns.Count > 1)
        {
            losses.Add($"a {matcher.GetType().Name} whose patterns must all fit");
            return null;
        }

        string[] each = [.. matcher.Patterns.Select(p => Whole(matcher, p))];
        string all = each is [var only] ? only : string.Join('|', each.Select(e => $"(?:{e})"));
        return matcher.IgnoreCase ? $"(?i){all}" : all;
    }

    private static string Whole(PatternMatcher matcher, string pattern) => matcher switch
    {
        RegexMatcher { Whole: true } => pattern,

        // "^...$" fits the whole text by itself, unless an alternative stands between its ends.
        RegexMatcher when pattern is ['^', .. var inner, '$'] && !inner.AsSpan().ContainsAny('|', '\\') => inner,
        RegexMatcher => AnywherePattern.Write(pattern),
        WildcardMatcher => WildcardPattern.ToRegex(pattern),
        _ => Regex.Escape(pattern),
    };

    private static JsonObject Rejected(JsonObject pattern, bool reject) => reject ? new JsonObject { ["not"] = pattern } : pattern;

    private static JsonObject Json(JsonMatcher json, ICollection<string> losses)
    {
        if (json.IgnoreCase || json.Regex || json.Wildcard)
        {
            losses.Add("that the JSON is compared without regard to case, as wildcards or as expressions");
        }

        return new JsonObject { ["equalToJson"] = json.Pattern is null or JsonValue ? json.Pattern?.ToJsonString() ?? "null" : json.Pattern.DeepClone() }
            .WithFlag("ignoreArrayOrder", json.IgnoreArrayOrder)
            .WithFlag("ignoreExtraElements", json.IgnoreExtraElements);
    }

    private static JsonObject JsonPath(JsonPathMatcher path, ICollection<string> losses)
    {
        if (path is { Value: { } value, Patterns: [var expression] })
        {
            JsonObject inner = new() { ["expression"] = expression };
            foreach (KeyValuePair<string, JsonNode?> member in WriteSet(value, losses))
            {
                inner[member.Key] = member.Value?.DeepClone();
            }

            return new JsonObject { ["matchesJsonPath"] = inner };
        }

        JsonObject[] each = [.. path.Patterns.Select(p => new JsonObject { ["matchesJsonPath"] = p })];
        return each is [var only] ? only : new JsonObject { [path.Operator == MatchOperator.And ? "and" : "or"] = new JsonArray([.. each]) };
    }
}
