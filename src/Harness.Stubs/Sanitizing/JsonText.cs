using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Stubs.Har;

namespace Harness.Stubs.Sanitizing;

/// <summary>Strings in a JSON tree, whole or not.</summary>
internal static class JsonText
{
    /// <summary>Null if the node is no string.</summary>
    public static string? Of(JsonNode? node)
    {
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetValue<string>();
        }
        catch (InvalidOperationException)
        {
            return LoneSurrogates.Decode(value.GetValue<JsonElement>().GetRawText());
        }
    }

    /// <summary>The name or string that a reader stands at.</summary>
    public static string Of(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return LoneSurrogates.Decode('"' + Encoding.UTF8.GetString(reader.ValueSpan) + '"');
        }
    }

    /// <summary>Puts a text in another's place, if it is another.</summary>
    public static void Set(JsonObject owner, string name, string before, string after)
    {
        if (!string.Equals(before, after, StringComparison.Ordinal))
        {
            owner[name] = after;
        }
    }
}
