using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Harness.Stubs.Requests;

namespace Harness.Stubs.Matching;

/// <summary>Compares a body with a pattern, by the rules of one matcher.</summary>
internal sealed class JsonComparison(JsonMatcher rules)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(250);

    private readonly StringComparison _comparison = rules.IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public bool IsMatch(JsonNode? pattern, JsonNode? actual) => (pattern, actual) switch
    {
        (JsonObject expected, JsonObject given) => IsMatch(expected, given),
        (JsonArray expected, JsonArray given) => IsMatch(expected, given),
        (JsonValue expected, JsonValue given) => IsMatch(expected, given),
        (JsonValue expected, { } given) when rules.Regex && expected.GetValueKind() == JsonValueKind.String => IsText((string)expected!, given.ToJsonString()),
        (null, null) => true,
        _ => false,
    };

    private bool IsMatch(JsonObject pattern, JsonObject actual)
    {
        if (!rules.IgnoreExtraElements && pattern.Count != actual.Count)
        {
            return false;
        }

        foreach (KeyValuePair<string, JsonNode?> member in pattern)
        {
            if (!(Find(actual, member.Key, out JsonNode? value) && IsMatch(member.Value, value)) && !FindByPath(actual, member))
            {
                return false;
            }
        }

        return true;
    }

    private bool Find(JsonObject actual, string name, out JsonNode? value)
    {
        if (actual.TryGetPropertyValue(name, out value))
        {
            return true;
        }

        foreach (KeyValuePair<string, JsonNode?> member in rules.IgnoreCase ? actual.AsEnumerable() : [])
        {
            if (member.Key.Equals(name, _comparison))
            {
                value = member.Value;
                return true;
            }
        }

        return false;
    }

    // A partial pattern may name a member by its path: "user.name", "items[0].id".
    private bool FindByPath(JsonObject actual, KeyValuePair<string, JsonNode?> member) =>
        rules.IgnoreExtraElements
        && member.Value is JsonValue expected
        && member.Key.AsSpan().ContainsAny('.', '[')
        && JsonPathQuery.Check(member.Key) is null
        && JsonTokens.Parse(actual.ToJsonString()) is { } document
        && JsonPathQuery.Select(document, member.Key).Any(found => IsText(expected.ToString(), found));

    private bool IsMatch(JsonArray pattern, JsonArray actual)
    {
        if (pattern.Count > actual.Count || (!rules.IgnoreExtraElements && pattern.Count != actual.Count))
        {
            return false;
        }

        return rules.IgnoreArrayOrder ? IsMatchInAnyOrder(pattern, actual) : IsMatchInOrder(pattern, actual);
    }

    private bool IsMatchInAnyOrder(JsonArray pattern, JsonArray actual)
    {
        var left = actual.ToList();
        foreach (JsonNode? expected in pattern)
        {
            int at = left.FindIndex(given => IsMatch(expected, given));
            if (at < 0)
            {
                return false;
            }

            left.RemoveAt(at);
        }

        return true;
    }

    private bool IsMatchInOrder(JsonArray pattern, JsonArray actual)
    {
        int at = 0;
        foreach (JsonNode? expected in pattern)
        {
            while (at < actual.Count && !IsMatch(expected, actual[at]) && rules.IgnoreExtraElements)
            {
                at++;
            }

            if (at == actual.Count || !IsMatch(expected, actual[at++]))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsMatch(JsonValue pattern, JsonValue actual)
    {
        JsonValueKind kind = pattern.GetValueKind();
        if (kind == JsonValueKind.String && (rules.Regex || actual.GetValueKind() == kind))
        {
            return IsText((string)pattern!, actual.ToString());
        }

        return kind == actual.GetValueKind() && (kind != JsonValueKind.Number || IsSameNumber(pattern, actual));
    }

    private bool IsText(string pattern, string actual)
    {
        if (rules.Wildcard)
        {
            return WildcardPattern.Matches(pattern, actual, rules.IgnoreCase);
        }

        if (!rules.Regex || RegexMatcher.Check(pattern) is not null)
        {
            return actual.Equals(pattern, _comparison);
        }

        try
        {
            return Regex.IsMatch(actual, pattern, rules.IgnoreCase ? RegexOptions.IgnoreCase | RegexOptions.CultureInvariant : RegexOptions.CultureInvariant, Limit);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    // 1, 1.0 and 1e0 are one number; what no decimal can hold is compared as written.
    private static bool IsSameNumber(JsonValue a, JsonValue b)
    {
        string left = a.ToJsonString(), right = b.ToJsonString();
        return decimal.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal x) && decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal y)
            ? x == y
            : left.Equals(right, StringComparison.Ordinal);
    }
}
