using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;

namespace Harness.Tests.Stubs.Sanitizing.Planted;

/// <summary>Compares a recording with what became of it.</summary>
internal static class Scorer
{
    public static Score Score(PlantedHar planted, IReadOnlyList<JsonObject> clean)
    {
        List<string>[] texts = [.. clean.Select(DecodedTexts.Of)];
        Plant[] leaks = [.. planted.Plants.Where(p => p.Secret.Leaks.Any(l => texts[p.Entry].Any(t => t.Contains(l, StringComparison.OrdinalIgnoreCase))))];
        var kept = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        var lost = new List<string>();
        foreach ((int entry, string name) in planted.Kept)
        {
            (string Path, string Value)[] before = [.. Leaves(planted.Entries[entry])];
            Dictionary<string, string> after = Leaves(clean[entry]).ToDictionary(l => l.Path, l => l.Value, StringComparer.Ordinal);
            string[] gone = [.. before.Where(b => after.GetValueOrDefault(b.Path) != b.Value).Select(b => $"{name}: {b.Path} {b.Value} -> {after.GetValueOrDefault(b.Path)}")];
            kept[name] = (before.Length, gone.Length);
            lost.AddRange(gone);
        }

        string[] links = [.. planted.Links.Where(l => !Holds(l, clean)).Select(l => $"{l.Name}: {clean[l.Detail.Entry]["request"]!["url"]}")];
        string[] bodies = [.. Enumerable.Range(0, clean.Count).Where(i => Body(planted.Entries[i]) is { } text && Parses(text) && !(Body(clean[i]) is { } now && Parses(now))).Select(i => $"{i}: {Body(clean[i])}")];
        return new Score(leaks, kept, lost, links, bodies, planted.Links.Count);
    }

    private static bool Holds(Link link, IReadOnlyList<JsonObject> clean)
    {
        try
        {
            return link.List.Read(clean[link.List.Entry]) == link.Detail.Read(clean[link.Detail.Entry]);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or IndexOutOfRangeException or JsonException)
        {
            return false;
        }
    }

    private static string? Body(JsonObject entry) => entry["response"]?["content"]?["text"]?.GetValue<string>();

    private static bool Parses(string text)
    {
        try
        {
            if (text.StartsWith("<?xml", StringComparison.Ordinal))
            {
                new XmlDocument { XmlResolver = null }.LoadXml(text);
                return true;
            }

            using JsonDocument document = JsonDocument.Parse(text);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or XmlException)
        {
            return false;
        }
    }

    private static IEnumerable<(string Path, string Value)> Leaves(JsonNode? node, string path = "") => node switch
    {
        JsonObject owner => owner.SelectMany(m => Leaves(m.Value, $"{path}/{m.Key}")),
        JsonArray array => array.SelectMany((n, i) => Leaves(n, $"{path}/{i}")),
        JsonValue value when path.EndsWith("/text", StringComparison.Ordinal) && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().StartsWith('{') => Leaves(JsonNode.Parse(value.GetValue<string>()), path + "!"),
        _ => [(path, node?.ToJsonString() ?? "null")],
    };
}
