using System.Text;
using System.Text.Json;

namespace Harness.Mock.State.Batches;

/// <summary>One call in a batch, as it was sent.</summary>
internal sealed record BatchPart(string Id, string Method, string Url, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    /// <summary>Ids of the parts that must have gone well before.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Null when something that every part needs is missing.</summary>
    public static BatchPart? Read(JsonElement part)
    {
        if (part.ValueKind != JsonValueKind.Object || Text(part, "id") is not { } id || Text(part, "method") is not { Length: > 0 } method
            || Text(part, "url") is not { Length: > 0 } url)
        {
            return null;
        }

        List<(string Name, string Value)> headers = [];
        if (part.TryGetProperty("headers", out JsonElement given) && given.ValueKind == JsonValueKind.Object)
        {
            headers.AddRange(given.EnumerateObject().Where(h => h.Value.ValueKind == JsonValueKind.String).Select(h => (h.Name, h.Value.GetString()!)));
        }

        bool hasBody = part.TryGetProperty("body", out JsonElement body) && body.ValueKind != JsonValueKind.Null;
        return new BatchPart(id, method.ToUpperInvariant(), url, headers, hasBody ? Encoding.UTF8.GetBytes(body.GetRawText()) : [])
        {
            DependsOn = part.TryGetProperty("dependsOn", out JsonElement others) && others.ValueKind == JsonValueKind.Array
                ? [.. others.EnumerateArray().Select(Text).OfType<string>()]
                : [],
        };
    }

    private static string? Text(JsonElement part, string name) => part.TryGetProperty(name, out JsonElement value) ? Text(value) : null;

    private static string? Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString() : value.ValueKind == JsonValueKind.Number ? value.GetRawText() : null;
}
