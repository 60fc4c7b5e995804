using System.Text.Json;
using System.Text.RegularExpressions;
using Harness.Stubs.Json;
using Harness.Stubs.Matching;

namespace Harness.Stubs.Mappings.WireMockNet;

/// <summary>Reads WireMock.Net's <c>Request</c>.</summary>
internal static class NetRequestReader
{
    private static readonly string[] Known = ["Path", "Url", "Methods", "MethodsRejectOnMatch", "MethodsMatchOperator", "Params", "Headers", "Cookies", "Body"];

    private static readonly Dictionary<string, string> Refused = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ClientIP"] = "Leave it out; every caller is local",
        ["HttpVersion"] = "Leave it out; the version does not choose the reply",
    };

    // How path and query are written for WireMock.Net, whose Url is the absolute one.
    private static readonly Regex AfterHost = new("\\A\\^https\\?://\\[\\^/\\]\\+(?<inner>[\\s\\S]*)\\$\\z", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public static RequestPattern Read(ObjectReader reader)
    {
        reader.Allow(Known, Refused);
        return new RequestPattern
        {
            Methods = [.. reader.Items("Methods").Select(m => Method(m, reader)).OfType<string>()],
            RejectMethods = reader.Flag("MethodsRejectOnMatch"),
            Url = ReadUrl(reader),
            Query = ReadNamed(reader, "Params", "a query parameter"),
            Headers = ReadNamed(reader, "Headers", "a header"),
            Cookies = ReadNamed(reader, "Cookies", "a cookie"),
            Body = reader.Child("Body", "the body") is { } body ? ReadBody(body) : null,
        };
    }

    private static string? Method(LocatedJson node, ObjectReader reader)
    {
        if (node.Kind == JsonValueKind.String && node.Text.Length > 0)
        {
            return node.Text.ToUpperInvariant();
        }

        reader.Problems.Add(node, $"a method must be text, not {node.Describe()}", "Write \"GET\"");
        return null;
    }

    private static UrlPattern? ReadUrl(ObjectReader reader)
    {
        if (reader.Find("Path") is { } path)
        {
            if (reader.Find("Url") is { } both)
            {
                reader.Problems.Add(both, "the request has both Path and Url, and only Path would count", "Remove one of them");
            }

            return NetMatcherReader.ReadTextOrSet(path, "the path", reader.Problems) is { } paths ? new UrlPattern(UrlPart.Path, paths) : null;
        }

        return reader.Find("Url") is { } url && NetMatcherReader.ReadTextOrSet(url, "the URL", reader.Problems) is { } urls ? OfUrl(urls) : null;
    }

    private static UrlPattern OfUrl(MatcherSet urls)
    {
        if (urls.Matchers is [RegexMatcher { Patterns: [var pattern], Whole: false } regex] && AfterHost.Match(pattern) is { Success: true } match)
        {
            string inner = match.Groups["inner"].Value;
            string literal = inner.StartsWith("(?:", StringComparison.Ordinal) ? inner : Regex.Unescape(inner);
            if (string.Equals(Regex.Escape(literal), inner, StringComparison.Ordinal))
            {
                return new UrlPattern(UrlPart.PathAndQuery, new MatcherSet([new ExactMatcher { Patterns = [literal], IgnoreCase = regex.IgnoreCase, Reject = regex.Reject }]));
            }

            if (inner is ['(', '?', ':', .., ')'] && RegexMatcher.Check(inner[3..^1]) is null)
            {
                return new UrlPattern(UrlPart.PathAndQuery, new MatcherSet([regex with { Patterns = [inner[3..^1]], Whole = true }]));
            }
        }

        return new UrlPattern(UrlPart.Absolute, urls);
    }

    private static NamedPattern[] ReadNamed(ObjectReader reader, string name, string what) =>
        [.. reader.Items(name).Select(i => ReadNamed(i, what, reader.Problems)).OfType<NamedPattern>()];

    private static NamedPattern? ReadNamed(LocatedJson node, string what, MappingProblems problems)
    {
        if (ObjectReader.Open(node, what, problems, StringComparison.OrdinalIgnoreCase) is not { } reader)
        {
            return null;
        }

        reader.Allow(["Name", "Matchers", "IgnoreCase", "RejectOnMatch", "MatchOperator"], new Dictionary<string, string>());
        if (reader.Text("Name") is not { Length: > 0 } name)
        {
            problems.Add(node, $"{what} has no name", "Add \"Name\": \"...\"");
            return null;
        }

        return new NamedPattern(name, NetMatcherReader.ReadSet(reader)) { IgnoreCase = reader.Flag("IgnoreCase"), AcceptsAbsent = reader.Flag("RejectOnMatch") };
    }

    private static MatcherSet ReadBody(ObjectReader reader)
    {
        reader.Allow(["Matcher", "Matchers", "MatchOperator"], new Dictionary<string, string>());
        return reader.Find("Matcher") is { } one
            ? new MatcherSet([.. new[] { NetMatcherReader.Read(one, reader.Problems) }.OfType<Matcher>()])
            : NetMatcherReader.ReadSet(reader);
    }
}
