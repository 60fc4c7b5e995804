using System.Text.Json;
using Harness.Stubs.Json;
using Harness.Stubs.Matching;

namespace Harness.Stubs.Mappings.WireMock;

/// <summary>Reads WireMock's value patterns: <c>{"equalTo": "..."}</c>, <c>{"matchesJsonPath": "$.a"}</c>.</summary>
internal static class JavaPatternReader
{
    private static readonly string[] Flags = ["caseInsensitive", "ignoreArrayOrder", "ignoreExtraElements"];

    private static readonly Dictionary<string, Func<ObjectReader, Matcher?>> Kinds = new(StringComparer.Ordinal)
    {
        ["equalTo"] = r => Text(r, "equalTo") is { } text ? new ExactMatcher { Patterns = [text], IgnoreCase = r.Flag("caseInsensitive") } : null,
        ["contains"] = r => Text(r, "contains") is { } text ? Containing(text) : null,
        ["doesNotContain"] = r => Text(r, "doesNotContain") is { } text ? Containing(text) with { Reject = true } : null,
        ["matches"] = r => Regex(r, "matches"),
        ["doesNotMatch"] = r => Regex(r, "doesNotMatch") is { } regex ? regex with { Reject = true } : null,
        ["equalToJson"] = Json,
        ["matchesJsonPath"] = JsonPath,
        ["anything"] = _ => new WildcardMatcher { Patterns = ["*"] },
        ["not"] = r => r.Find("not") is { } inner && Read(inner, r.Problems) is { } matcher ? matcher with { Reject = !matcher.Reject } : null,
    };

    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["binaryEqualTo"] = "Write equalTo",
        ["equalToXml"] = "The portals speak JSON; write equalToJson",
        ["matchesXPath"] = "The portals speak JSON; write matchesJsonPath",
        ["matchesJsonSchema"] = "Write equalToJson or matchesJsonPath; contracts check bodies already",
        ["before"] = "Write matches",
        ["after"] = "Write matches",
        ["equalToDateTime"] = "Write matches",
        ["hasExactly"] = "Write a single pattern; one fitting value is enough",
        ["includes"] = "Write a single pattern; one fitting value is enough",
        ["equalToNumber"] = "Write equalTo",
        ["greaterThanNumber"] = "Write matches",
        ["greaterThanEqualNumber"] = "Write matches",
        ["lessThanNumber"] = "Write matches",
        ["lessThanEqualNumber"] = "Write matches",
        ["matchesPathTemplate"] = "Write urlPathTemplate",
    };

    /// <summary>A pattern, or an <c>or</c> or <c>and</c> of patterns.</summary>
    public static MatcherSet? ReadSet(LocatedJson node, MappingProblems problems)
    {
        foreach ((string name, MatchOperator with) in new[] { ("or", MatchOperator.Or), ("and", MatchOperator.And) })
        {
            if (node.Find(name, StringComparison.Ordinal) is { Kind: JsonValueKind.Array } parts)
            {
                return new MatcherSet([.. parts.Items.Select(p => Read(p, problems)).OfType<Matcher>()], with);
            }
        }

        return Read(node, problems) is { } matcher ? new MatcherSet([matcher]) : null;
    }

    public static Matcher? Read(LocatedJson node, MappingProblems problems)
    {
        if (ObjectReader.Open(node, "a pattern", problems, StringComparison.Ordinal) is not { } reader)
        {
            return null;
        }

        string[] kinds = [.. Kinds.Keys.Where(reader.Has)];
        reader.Allow([.. Kinds.Keys, .. Flags, "or", "and", "absent", "expression"], Refused);
        if (kinds.Length == 1)
        {
            return Kinds[kinds[0]](reader);
        }

        if ((reader.Find("or") ?? reader.Find("and") ?? reader.Find("absent")) is { } nested)
        {
            problems.Add(nested, "'or', 'and' and 'absent' can only stand at the top of a header, cookie, query parameter or body", "Write the pattern without nesting");
        }
        else if (kinds.Length > 1)
        {
            problems.Add(node, $"a pattern says both {kinds[0]} and {kinds[1]}", "Write {\"and\": [ ... ]}");
        }
        else if (!node.Members.Any(m => Refused.ContainsKey(m.Name)))
        {
            problems.Add(node, "a pattern says nothing", $"Use one of: {string.Join(", ", Kinds.Keys)}");
        }

        return null;
    }

    /// <summary>Sound, or reported.</summary>
    public static RegexMatcher? Regex(ObjectReader reader, string name)
    {
        if (Text(reader, name) is not { } pattern)
        {
            return null;
        }

        if (RegexMatcher.Check(pattern) is { } fault)
        {
            reader.Problems.Add(reader.Find(name)!, $"the expression '{pattern}' cannot be used: {fault}", "Correct it; possessive quantifiers and \\Q..\\E are Java's alone");
            return null;
        }

        return AnywherePattern.TryRead(pattern, out string? inner) ? new RegexMatcher { Patterns = [inner] } : new RegexMatcher { Patterns = [pattern], Whole = true };
    }

    private static string? Text(ObjectReader reader, string name) =>
        reader.Find(name) is { Kind: JsonValueKind.Number } number ? number.Text : reader.Text(name);

    private static PatternMatcher Containing(string text) => WildcardPattern.IsLiteral(text)
        ? new WildcardMatcher { Patterns = [$"*{text}*"] }
        : new RegexMatcher { Patterns = [System.Text.RegularExpressions.Regex.Escape(text)] };

    private static JsonMatcher? Json(ObjectReader reader)
    {
        LocatedJson node = reader.Find("equalToJson")!;
        LocatedJson? json = node;
        if (node.Kind == JsonValueKind.String)
        {
            var inner = new List<Contracts.ContractProblem>();
            json = LocatedJsonReader.Read(System.Text.Encoding.UTF8.GetBytes(node.Text), reader.Problems.File, inner);
            if (inner.Count > 0)
            {
                reader.Problems.Add(node, $"the text in equalToJson is no JSON: {inner[0].What}", "Write the JSON itself instead of a text");
                return null;
            }
        }

        return new JsonMatcher { Pattern = json?.ToNode(), IgnoreArrayOrder = reader.Flag("ignoreArrayOrder"), IgnoreExtraElements = reader.Flag("ignoreExtraElements") };
    }

    // A path alone, or {"expression": path, <a pattern for what it finds>}.
    private static JsonPathMatcher? JsonPath(ObjectReader reader)
    {
        LocatedJson node = reader.Find("matchesJsonPath")!;
        LocatedJson? path = node.Kind == JsonValueKind.Object ? node.Find("expression", StringComparison.Ordinal) : node;
        if (path is not { Kind: JsonValueKind.String })
        {
            reader.Problems.Add(node, "matchesJsonPath has no path", "Write \"matchesJsonPath\": \"$.name\"");
            return null;
        }

        if (JsonPathQuery.Check(path.Text) is { } fault)
        {
            reader.Problems.Add(path, $"the path '{path.Text}' cannot be used: {fault}", "Correct the path");
            return null;
        }

        return new JsonPathMatcher { Patterns = [path.Text], Value = node.Kind == JsonValueKind.Object && node.Members.Count > 1 ? ReadSet(node, reader.Problems) : null };
    }
}
