using System.Text.Json;
using Harness.Drift.Planning;

namespace Harness.Drift.Harvest;

/// <summary>Finds ids in an answer: at a pointer, or under the most telling of some names.</summary>
internal static class JsonHarvester
{
    private const int DeepestLook = 5;

    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 64 };

    public static IReadOnlyList<string> Find(ReadOnlySpan<byte> body, HarvestSource source, int most)
    {
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = Lenient.MaxDepth });
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            var found = new List<string>();
            if (source.Pointer is { } pointer)
            {
                Follow(document.RootElement, pointer.Split('/').AsSpan(1), found, most);
                return found;
            }

            foreach (string name in source.Names)
            {
                Look(document.RootElement, name, found, most, 0);
                if (found.Count > 0)
                {
                    break;
                }
            }

            // A list may be one of plain ids.
            return found.Count == 0 && document.RootElement.ValueKind == JsonValueKind.Array ? [.. document.RootElement.EnumerateArray().Select(Text).OfType<string>().Take(most)] : found;
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static void Follow(JsonElement at, ReadOnlySpan<string> path, List<string> found, int most)
    {
        if (found.Count >= most)
        {
            return;
        }

        if (path.IsEmpty)
        {
            Add(at, found);
            return;
        }

        string step = path[0].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        if (at.ValueKind == JsonValueKind.Array && step == "*")
        {
            foreach (JsonElement item in at.EnumerateArray())
            {
                Follow(item, path[1..], found, most);
            }
        }
        else if (at.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in at.EnumerateObject().Where(p => step == "*" || p.NameEquals(step)))
            {
                Follow(property.Value, path[1..], found, most);
            }
        }
    }

    // Breadth does not matter: the objects of a list hold the same names.
    private static void Look(JsonElement at, string name, List<string> found, int most, int depth)
    {
        if (found.Count >= most || depth > DeepestLook)
        {
            return;
        }

        if (at.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in at.EnumerateArray())
            {
                Look(item, name, found, most, depth + 1);
            }
        }
        else if (at.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in at.EnumerateObject())
            {
                if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    Add(property.Value, found);
                }
                else
                {
                    Look(property.Value, name, found, most, depth + 1);
                }
            }
        }
    }

    private static void Add(JsonElement value, List<string> found)
    {
        if (Text(value) is { Length: > 0 } text && !found.Contains(text))
        {
            found.Add(text);
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
