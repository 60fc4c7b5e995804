using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Harness.Drift.Credentials;

/// <summary>What a token says of itself. Its signature is not checked: the portal does that, and these claims are only used to refuse.</summary>
internal sealed record TokenClaims(Guid? TenantId, string Issuer, IReadOnlyList<string> Audiences, DateTimeOffset ExpiresAt, IReadOnlyList<string> Permissions, IReadOnlyList<string> RoleTemplates)
{
    /// <summary>Null when the text is no JSON web token.</summary>
    public static TokenClaims? Read(string token)
    {
        string[] parts = token.Split('.');
        if (parts.Length < 2)
        {
            return null;
        }

        try
        {
            using JsonDocument claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            JsonElement root = claims.RootElement;
            return root.ValueKind != JsonValueKind.Object ? null : new TokenClaims(
                Guid.TryParse(Text(root, "tid"), out Guid tenant) ? tenant : null,
                Text(root, "iss"),
                Texts(root, "aud"),
                root.TryGetProperty("exp", out JsonElement exp) && exp.TryGetInt64(out long seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : DateTimeOffset.MinValue,
                [.. Text(root, "scp").Split(' ', StringSplitOptions.RemoveEmptyEntries), .. Texts(root, "roles")],
                Texts(root, "wids"));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or DecoderFallbackException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static string Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string[] Texts(JsonElement root, string name) => !root.TryGetProperty(name, out JsonElement value) ? [] : value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => [.. value.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)],
        _ => [],
    };
}
