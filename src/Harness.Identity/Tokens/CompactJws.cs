using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Harness.Identity.Tokens;

/// <summary>A signed JWT, taken apart but not yet believed.</summary>
internal sealed record CompactJws(JsonElement Header, JsonElement Payload, byte[] Signed, byte[] Signature)
{
    private const int Longest = 32 * 1024;

    /// <summary>Null for what is no compact JWS with two JSON objects.</summary>
    public static CompactJws? Parse(string? text)
    {
        if (text is null || text.Length > Longest || !Ascii.IsValid(text) || text.Split('.') is not [var header, var payload, var signature])
        {
            return null;
        }

        try
        {
            JsonElement head = Decode(header);
            JsonElement body = Decode(payload);
            return head.ValueKind == JsonValueKind.Object && body.ValueKind == JsonValueKind.Object
                ? new CompactJws(head, body, Encoding.ASCII.GetBytes($"{header}.{payload}"), Base64Url.DecodeFromChars(signature))
                : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>A claim's text; empty when it is missing or no text.</summary>
    public string Text(string name) =>
        Payload.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    public string HeaderText(string name) =>
        Header.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    /// <summary>A moment in seconds since 1970, as a number or, as MSAL writes it, as text; null when missing or absurd.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (!Payload.TryGetProperty(name, out JsonElement value))
        {
            return null;
        }

        double seconds = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetDouble(),
            JsonValueKind.String when double.TryParse(value.GetString(), out double parsed) => parsed,
            _ => double.NaN,
        };
        return seconds is >= 0 and < 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : null;
    }

    private static JsonElement Decode(string part)
    {
        using JsonDocument document = JsonDocument.Parse(Base64Url.DecodeFromChars(part));
        return document.RootElement.Clone();
    }
}
