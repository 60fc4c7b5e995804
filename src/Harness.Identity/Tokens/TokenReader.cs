using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Harness.Contracts.Access;
using Harness.Identity.Keys;

namespace Harness.Identity.Tokens;

/// <summary>Reads tokens back: a token that our key did not sign is none. What has been read once is remembered, because the gate asks for every call.</summary>
public sealed class TokenReader(Lazy<SigningKey> key)
{
    private const int LongestToken = 16 * 1024;
    private const int MostRemembered = 4096;

    private readonly ConcurrentDictionary<string, AccessToken> _known = new(CredentialComparer.Instance);

    /// <summary>Null when the token is malformed or not ours. Whether it has expired is the caller's question.</summary>
    public AccessToken? Read(ReadOnlySpan<char> token)
    {
        if (_known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token, out AccessToken? known))
        {
            return known;
        }

        AccessToken? read = token.Length <= LongestToken ? Parse(token.ToString()) : null;
        if (read is not null)
        {
            if (_known.Count >= MostRemembered)
            {
                _known.Clear();
            }

            _known[token.ToString()] = read;
        }

        return read;
    }

    private AccessToken? Parse(string token)
    {
        int dot = token.IndexOf('.', StringComparison.Ordinal);
        int lastDot = token.LastIndexOf('.');
        if (dot <= 0 || lastDot <= dot + 1 || token.AsSpan(dot + 1, lastDot - dot - 1).Contains('.') || !Ascii.IsValid(token))
        {
            return null;
        }

        try
        {
            byte[] signature = Base64Url.DecodeFromChars(token.AsSpan(lastDot + 1));
            if (!key.Value.Verify(Encoding.ASCII.GetBytes(token, 0, lastDot), signature))
            {
                return null;
            }

            using JsonDocument payload = JsonDocument.Parse(Base64Url.DecodeFromChars(token.AsSpan(dot + 1, lastDot - dot - 1)));
            return FromClaims(payload.RootElement);
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }

    private static AccessToken FromClaims(JsonElement claims) => new(
        Text(claims, "aud"),
        Text(claims, "iss"),
        Text(claims, "tid"),
        Either(claims, "appid", "azp"),
        Text(claims, "oid"),
        Either(claims, "upn", "preferred_username") is { Length: > 0 } user ? user : null,
        claims.TryGetProperty("idtyp", out JsonElement kind) && kind.ValueEquals("app"),
        Text(claims, "scp").Split(' ', StringSplitOptions.RemoveEmptyEntries),
        claims.TryGetProperty("roles", out JsonElement roles) ? [.. roles.EnumerateArray().Select(r => r.GetString() ?? "")] : [],
        DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("nbf").GetInt64()),
        DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("exp").GetInt64()))
    {
        SessionId = claims.TryGetProperty("sid", out JsonElement session) ? session.GetString() : null,
    };

    // v1 tokens have the first, v2 ones the second.
    private static string Either(JsonElement claims, string first, string second) =>
        Text(claims, first) is { Length: > 0 } value ? value : Text(claims, second);

    private static string Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? "" : "";
}
