using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Harness.Stubs.Json;
using Harness.Stubs.Matching;

namespace Harness.Stubs.Mappings.WireMock;

/// <summary>Reads WireMock's <c>request</c>.</summary>
internal static class JavaRequestReader
{
    private static readonly string[] UrlKinds = ["url", "urlPattern", "urlPath", "urlPathPattern", "urlPathTemplate"];

    private static readonly string[] Known = [.. UrlKinds, "method", "host", "headers", "cookies", "queryParameters", "bodyPatterns", "basicAuth", "basicAuthCredentials"];

    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["scheme"] = "Leave it out; every portal answers on both",
        ["port"] = "Leave it out; say which host",
        ["clientIp"] = "Leave it out; every caller is local",
        ["formParameters"] = "Write bodyPatterns with contains",
        ["pathParameters"] = "Write urlPathPattern",
        ["multipartPatterns"] = "Write bodyPatterns",
        ["customMatcher"] = "Write bodyPatterns",
    };

    private static readonly Regex Placeholder = new("\\\\\\{(?<name>[^}]+)\\}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public static RequestPattern Read(ObjectReader reader)
    {
        reader.Allow(Known, Refused);
        (IReadOnlyList<string> methods, bool reject) = ReadMethods(reader);
        return new RequestPattern
        {
            Methods = methods,
            RejectMethods = reject,
            Url = ReadUrl(reader),
            Host = reader.Find("host") is { } host ? JavaPatternReader.ReadSet(host, reader.Problems) : null,
            Query = ReadNamed(reader, "queryParameters"),
            Headers = [.. ReadNamed(reader, "headers"), .. ReadBasicAuth(reader)],
            Cookies = ReadNamed(reader, "cookies"),
            Body = ReadBody(reader),
        };
    }

    private static (IReadOnlyList<string> Methods, bool Reject) ReadMethods(ObjectReader reader)
    {
        if (reader.Find("method") is { Kind: JsonValueKind.Object } node && ObjectReader.Open(node, "the method", reader.Problems, StringComparison.Ordinal) is { } several)
        {
            several.Allow(["oneOf", "noneOf"], new Dictionary<string, string>());
            bool reject = several.Has("noneOf");
            return ([.. several.Items(reject ? "noneOf" : "oneOf").Select(m => m.Text.ToUpperInvariant())], reject);
        }

        return reader.Text("method") is { } method && method != "ANY" ? ([method.ToUpperInvariant()], false) : ([], false);
    }

    private static UrlPattern? ReadUrl(ObjectReader reader)
    {
        string[] given = [.. UrlKinds.Where(reader.Has)];
        if (given.Length > 1)
        {
            reader.Problems.Add(reader.Find(given[1])!, $"the request has both {given[0]} and {given[1]}", "Remove one of them");
        }

        Matcher? matcher = given.FirstOrDefault() switch
        {
            null => null,
            "urlPattern" or "urlPathPattern" => JavaPatternReader.Regex(reader, given[0]),
            "urlPathTemplate" => reader.Text(given[0]) is { } template ? Template(reader, template) : null,
            var exact => reader.Text(exact) is { } text ? new ExactMatcher { Patterns = [text] } : null,
        };
        return matcher is null ? null : new UrlPattern(given[0] is "url" or "urlPattern" ? UrlPart.PathAndQuery : UrlPart.Path, new MatcherSet([matcher]));
    }

    private static RegexMatcher? Template(ObjectReader reader, string template)
    {
        string pattern = Placeholder.Replace(Regex.Escape(template), "[^/]+");
        if (RegexMatcher.Check(pattern) is null)
        {
            return new RegexMatcher { Patterns = [pattern], Whole = true };
        }

        reader.Problems.Add(reader.Find("urlPathTemplate")!, $"the template '{template}' cannot be used", "Write {name} for each segment that varies");
        return null;
    }

    private static NamedPattern[] ReadNamed(ObjectReader reader, string name) =>
        [.. (reader.Child(name, $"'{name}'")?.Node.Members ?? []).Select(m => ReadNamed(m, reader.Problems)).OfType<NamedPattern>()];

    private static NamedPattern? ReadNamed(LocatedMember member, MappingProblems problems)
    {
        if (IsAbsent(member.Value))
        {
            return new NamedPattern(member.Name, new MatcherSet([new WildcardMatcher { Patterns = ["*"], Reject = true }])) { AcceptsAbsent = true };
        }

        // {"or": [{"absent": true}, ...]}: may be missing, but must fit when it is there.
        if (member.Value.Find("or", StringComparison.Ordinal) is { Kind: JsonValueKind.Array } or && or.Items.Any(IsAbsent))
        {
            return new NamedPattern(member.Name, new MatcherSet([.. or.Items.Where(i => !IsAbsent(i)).Select(i => JavaPatternReader.Read(i, problems)).OfType<Matcher>()])) { AcceptsAbsent = true };
        }

        return JavaPatternReader.ReadSet(member.Value, problems) is { } set ? new NamedPattern(member.Name, set) : null;
    }

    private static bool IsAbsent(LocatedJson node) => node.Find("absent", StringComparison.Ordinal)?.Kind == JsonValueKind.True;

    private static IEnumerable<NamedPattern> ReadBasicAuth(ObjectReader reader)
    {
        if ((reader.Child("basicAuth", "basicAuth") ?? reader.Child("basicAuthCredentials", "basicAuthCredentials")) is { } credentials)
        {
            string pair = $"{credentials.Text("username")}:{credentials.Text("password")}";
            yield return new NamedPattern("Authorization", new MatcherSet([new ExactMatcher { Patterns = [$"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair))}"] }]));
        }
    }

    // All of them must hold; one of them may be an "or".
    private static MatcherSet? ReadBody(ObjectReader reader)
    {
        MatcherSet[] sets = [.. reader.Items("bodyPatterns").Select(p => JavaPatternReader.ReadSet(p, reader.Problems)).OfType<MatcherSet>()];
        if (sets.Length <= 1)
        {
            return sets.FirstOrDefault();
        }

        if (sets.Any(s => s.Operator == MatchOperator.Or && s.Matchers.Count > 1))
        {
            reader.Problems.Add(reader.Find("bodyPatterns")!, "an 'or' beside other body patterns cannot be served", "Write it as the only body pattern");
        }

        return new MatcherSet([.. sets.SelectMany(s => s.Matchers)], MatchOperator.And);
    }
}
