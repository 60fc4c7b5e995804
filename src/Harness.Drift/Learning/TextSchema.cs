using System.Text.Json.Nodes;
using Harness.Drift.Inference;

namespace Harness.Drift.Learning;

/// <summary>What may be said of texts at one place: a format that all of them have, or the few words that they are.</summary>
internal static class TextSchema
{
    private const long EnoughTexts = 20;
    private const long EnoughOfEach = 3;
    private const int MostWords = 8;

    // A date and time without a zone is none in OpenAPI's sense.
    private static readonly (string Format, Tally[] Looks)[] Formats =
    [
        ("uuid", [Tally.Uuid]),
        ("date-time", [Tally.DateTimeUtc, Tally.DateTimeOffset]),
        ("date", [Tally.Date]),
        ("uri", [Tally.Uri]),
        ("email", [Tally.Email]),
        ("duration", [Tally.Duration]),
    ];

    /// <param name="name">Of the member whose texts they are; empty for none.</param>
    public static JsonObject Of(ShapeNode node, string name)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (Formats.FirstOrDefault(f => f.Looks.Sum(l => node[l]) == node[Tally.String]).Format is { } format)
        {
            schema["format"] = format;
        }
        else if (IsClosed(node, name))
        {
            schema["enum"] = new JsonArray([.. node.Literals.All.Select(l => l.Text).Order(StringComparer.Ordinal).Select(w => (JsonNode)w)]);
        }

        return schema;
    }

    // Recordings show which words came, never which may come: only when few words came again and again is a further one unlikely.
    private static bool IsClosed(ShapeNode node, string name) =>
        node.Literals is { IsVocabulary: true, Untold: 0, All: { Count: >= 2 and <= MostWords } words }
        && node.Literals.Total == node[Tally.String]
        && node.Literals.Total >= EnoughTexts
        && words.All(w => w.Count >= EnoughOfEach)
        && name.Length > 0
        && !WordLexicon.IsPersonal(name);
}
