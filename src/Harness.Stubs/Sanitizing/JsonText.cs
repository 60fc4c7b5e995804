using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Harness.Stubs.Har;

namespace Harness.Stubs.Sanitizing;

/// <summary>Strings in JSON, whole or not.</summary>
internal static class JsonText
{
    /// <summary>Null if the value is no string.</summary>
    public static string? Of(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return LoneSurrogates.Decode(value.GetRawText());
        }
    }

    /// <summary>A member's name. It is made anew each time that it is asked for.</summary>
    public static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return LoneSurrogates.Decode('"' + Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member)) + '"');
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
}
