using System.Text.Json.Nodes;

namespace Harness.Stubs.Mappings;

/// <summary>Builds JSON that leaves out what has nothing to say.</summary>
internal static class JsonMembers
{
    /// <summary>Adds the member unless it is null.</summary>
    public static JsonObject With(this JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }

        return json;
    }

    /// <summary>Adds the member when it is true.</summary>
    public static JsonObject WithFlag(this JsonObject json, string name, bool value) => json.With(name, value ? JsonValue.Create(true) : null);

    public static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);

    /// <summary>Headers, which both dialects write alike; null for none.</summary>
    public static JsonObject? Headers(IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> headers) => headers.Count == 0
        ? null
        : new JsonObject(headers.Select(h => KeyValuePair.Create(h.Key, h.Value is [var only] ? (JsonNode?)only : List(h.Value))));
}
