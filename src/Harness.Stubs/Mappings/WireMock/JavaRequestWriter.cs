using System.Text.Json.Nodes;
using Harness.Stubs.Matching;

namespace Harness.Stubs.Mappings.WireMock;

/// <summary>Writes WireMock's <c>request</c>.</summary>
internal static class JavaRequestWriter
{
    public static JsonObject Write(RequestPattern request, ICollection<string> losses)
    {
        JsonObject json = new() { ["method"] = Method(request) };
        if (request.Url is { } url)
        {
            WriteUrl(json, url, losses);
        }

        if (request.Query.Concat(request.Cookies).Any(p => p.IgnoreCase))
        {
            losses.Add("that the case of a query parameter's or cookie's name does not count");
        }

        return json
            .With("host", request.Host is { } host ? JavaPatternWriter.WriteSet(host, losses) : null)
            .With("headers", WriteNamed(request.Headers, losses))
            .With("cookies", WriteNamed(request.Cookies, losses))
            .With("queryParameters", WriteNamed(request.Query, losses))
            .With("bodyPatterns", request.Body is { } body ? WriteBody(body, losses) : null);
    }

    private static JsonNode Method(RequestPattern request) => request switch
    {
        { Methods: [] } => "ANY",
        { RejectMethods: true } => new JsonObject { ["noneOf"] = JsonMembers.List(request.Methods) },
        { Methods: [var only] } => only,
        _ => new JsonObject { ["oneOf"] = JsonMembers.List(request.Methods) },
    };

    private static void WriteUrl(JsonObject json, UrlPattern url, ICollection<string> losses)
    {
        if (url.LiteralPath is { } path)
        {
            json["urlPath"] = path;
        }
        else if (url is { Part: UrlPart.PathAndQuery, Matchers.Matchers: [ExactMatcher { Reject: false, IgnoreCase: false, Patterns: [var only] }] })
        {
            json["url"] = only;
        }
        else if (url.Part != UrlPart.Absolute && Expression(url.Matchers, losses) is { } expression)
        {
            // An address has one line, where the plain dot says the same and reads better.
            json[url.Part == UrlPart.Path ? "urlPathPattern" : "urlPattern"] = expression.Replace("[\\s\\S]", ".", StringComparison.Ordinal);
        }
        else
        {
            losses.Add("the address (WireMock knows no pattern for an absolute URL)");
        }
    }

    // Several become alternatives, or look-aheads where all must fit.
    private static string? Expression(MatcherSet set, ICollection<string> losses)
    {
        if (!set.Matchers.All(m => m is PatternMatcher and not JsonPathMatcher))
        {
            return set.Matchers.All(m => m is NotNullOrEmptyMatcher { Reject: false }) ? "[\\s\\S]+" : null;
        }

        PatternMatcher[] matchers = [.. set.Matchers.Cast<PatternMatcher>()];
        string?[] each = [.. matchers.Select(m => JavaPatternWriter.Expression(m, losses))];
        if (each.Contains(null) || each.Length == 0)
        {
            return null;
        }

        if (matchers is [{ Reject: false }])
        {
            return each[0];
        }

        string[] looks = [.. matchers.Select((m, i) => $"(?{(m.Reject ? '!' : '=')}(?:{each[i]})$)")];
        return set.Operator == MatchOperator.And ? $"{string.Concat(looks)}[\\s\\S]*" : $"(?:{string.Join('|', looks)})[\\s\\S]*";
    }

    private static JsonObject? WriteNamed(IReadOnlyList<NamedPattern> patterns, ICollection<string> losses)
    {
        if (patterns.DistinctBy(p => p.Name, StringComparer.Ordinal).Count() < patterns.Count)
        {
            losses.Add("the second of two patterns for one name");
        }

        return patterns.Count == 0
            ? null
            : new JsonObject(patterns.DistinctBy(p => p.Name, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Name, (JsonNode?)WriteNamed(p, losses))));
    }

    private static JsonObject WriteNamed(NamedPattern pattern, ICollection<string> losses)
    {
        if (!pattern.AcceptsAbsent)
        {
            return JavaPatternWriter.WriteSet(pattern.Matchers, losses);
        }

        JsonObject absent = new() { ["absent"] = true };
        if (pattern.Matchers.Matchers is [WildcardMatcher { Patterns: ["*"], Reject: true }])
        {
            return absent;
        }

        if (pattern.Matchers.Operator == MatchOperator.And && pattern.Matchers.Matchers.Count > 1)
        {
            losses.Add($"that '{pattern.Name}' may be missing");
            return JavaPatternWriter.WriteSet(pattern.Matchers, losses);
        }

        return new JsonObject { ["or"] = new JsonArray([absent, .. pattern.Matchers.Matchers.Select(m => JavaPatternWriter.Write(m, losses))]) };
    }

    private static JsonArray WriteBody(MatcherSet body, ICollection<string> losses) => body.Operator == MatchOperator.And
        ? new JsonArray([.. body.Matchers.Select(m => JavaPatternWriter.Write(m, losses))])
        : new JsonArray(JavaPatternWriter.WriteSet(body, losses));
}
