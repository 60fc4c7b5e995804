using Harness.Contracts.Yaml;
using Harness.Stubs.Json;
using Harness.Stubs.Matching;

namespace Harness.Stubs.Mappings.WireMockNet;

/// <summary>Reads WireMock.Net's matchers: <c>{"Name": "WildcardMatcher", "Pattern": "..."}</c>.</summary>
internal static class NetMatcherReader
{
    private static readonly string[] Known = ["Name", "Pattern", "Patterns", "IgnoreCase", "RejectOnMatch", "MatchOperator", "Regex"];

    private static readonly Dictionary<string, string> Refused = new(StringComparer.OrdinalIgnoreCase)
    {
        ["PatternAsFile"] = "Write the pattern here",
    };

    /// <summary>A text alone is a wildcard; an object holds Matchers and how they combine.</summary>
    public static MatcherSet? ReadTextOrSet(LocatedJson node, string what, MappingProblems problems)
    {
        if (node.Kind == System.Text.Json.JsonValueKind.String)
        {
            return new MatcherSet([new WildcardMatcher { Patterns = [node.Text] }]);
        }

        if (ObjectReader.Open(node, what, problems, StringComparison.OrdinalIgnoreCase) is not { } reader)
        {
            return null;
        }

        reader.Allow(["Matchers", "MatchOperator"], new Dictionary<string, string>());
        return ReadSet(reader);
    }

    /// <summary>The <c>Matchers</c> of a path, header, ...</summary>
    public static MatcherSet ReadSet(ObjectReader reader) => new(
        [.. reader.Items("Matchers").Select(m => Read(m, reader.Problems)).OfType<Matcher>()],
        MatcherDraft.ReadOperator(reader, "MatchOperator"));

    /// <summary>Null, with a problem, for a matcher that cannot be honored.</summary>
    public static Matcher? Read(LocatedJson node, MappingProblems problems)
    {
        if (ObjectReader.Open(node, "a matcher", problems, StringComparison.OrdinalIgnoreCase) is not { } reader)
        {
            return null;
        }

        reader.Allow(Known, Refused);
        if (reader.Text("Name") is not { } name)
        {
            if (!reader.Has("Name"))
            {
                problems.Add(node, "a matcher has no name", $"Add \"Name\": {string.Join(", ", MatcherRegistry.Kinds.Keys)}");
            }

            return null;
        }

        if (MatcherRegistry.Kinds.TryGetValue(name, out Func<MatcherDraft, Matcher?>? read))
        {
            return read(new MatcherDraft(reader));
        }

        // SimMetricsMatcher.Levenstein and its like are one kind each.
        string kind = name.Split('.')[0];
        LocatedJson at = reader.Find("Name")!;
        if (MatcherRegistry.Refused.TryGetValue(kind, out string? instead))
        {
            problems.Add(at, $"{kind} is not supported", instead);
        }
        else
        {
            problems.Add(at, $"there is no matcher '{name}'", NearestWord.Advise(name, [.. MatcherRegistry.Kinds.Keys]));
        }

        return null;
    }
}
