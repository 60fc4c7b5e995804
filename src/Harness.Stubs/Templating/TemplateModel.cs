using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Stubs.Requests;

namespace Harness.Stubs.Templating;

/// <summary>What a template sees: the request, in the words of both dialects, and nothing else.</summary>
internal static class TemplateModel
{
    public static Dictionary<string, object?> Of(StubCall call) => Any(new Dictionary<string, object?>
    {
        ["request"] = Any(Request(call)),
    });

    private static Dictionary<string, object?> Request(StubCall call)
    {
        IStubRequest request = call.Request;
        string body = Encoding.UTF8.GetString(request.Body.Span);
        string url = request.RawPath + request.QueryString;
        var segments = new TemplateValues(call.Path, call.Path.Split('/', StringSplitOptions.RemoveEmptyEntries));
        return new Dictionary<string, object?>
        {
            ["method"] = request.Method,
            ["scheme"] = request.Scheme,
            ["host"] = request.Host,
            ["origin"] = $"{request.Scheme}://{request.Host}",
            ["baseUrl"] = $"{request.Scheme}://{request.Host}",
            ["url"] = url,
            ["absoluteUrl"] = $"{request.Scheme}://{request.Host}{url}",
            ["path"] = segments,
            ["absolutePath"] = segments,
            ["pathSegments"] = segments,
            ["query"] = Grouped(call.Query),
            ["headers"] = Grouped(request.Headers.SelectMany(h => h.Value.Select(v => KeyValuePair.Create(h.Key, v)))),
            ["cookies"] = Grouped(call.Cookies),
            ["body"] = body,
            ["bodyAsJson"] = call.Body is [{ IsJson: true } json] ? Plain(json.Json) : null,
        };
    }

    private static Dictionary<string, object?> Grouped(IEnumerable<KeyValuePair<string, string>> pairs) => Any(pairs
        .GroupBy(p => p.Key, p => p.Value, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => (object?)new TemplateValues(string.Join(", ", g), g)));

    // Plain collections: a template gets at values, not at what .NET objects can do.
    private static object? Plain(JsonNode? node) => node switch
    {
        JsonObject members => Any(members.ToDictionary(m => m.Key, m => Plain(m.Value))),
        JsonArray items => items.Select(Plain).ToList(),
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.String => (string)value!,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => value.ToJsonString(),
        },
        _ => null,
    };

    private static Dictionary<string, object?> Any(Dictionary<string, object?> values) => new(values.DistinctBy(v => v.Key, StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
}
