using System.Text.Json;

namespace Harness.Stubs.Har;

/// <summary>Reads members of a HAR that may be missing or of another kind than the format says: exporters differ.</summary>
internal static class HarJson
{
    /// <summary>As deep as the web frameworks read; a body inside is a string and counts for itself.</summary>
    public const int MaxDepth = 64;

    public static readonly JsonDocumentOptions Lenient = new() { MaxDepth = MaxDepth };

    public static JsonElement Member(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out JsonElement value) ? value : default;

    public static string? Text(JsonElement owner, string name) => Member(owner, name) is { ValueKind: JsonValueKind.String } value ? Decode(value) : null;

    public static int Number(JsonElement owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out double number) && number is > int.MinValue and < int.MaxValue ? (int)number : 0;

    public static IEnumerable<JsonElement> Items(JsonElement owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    public static IReadOnlyList<HarField> Fields(JsonElement owner, string name) => [.. Items(owner, name).Select(HarField.Of)];

    // A lone surrogate is legal JSON text and no legal string: the browsers write it where a body was cut in the middle of a character.
    private static string Decode(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return LoneSurrogates.Decode(value.GetRawText());
        }
    }
}
