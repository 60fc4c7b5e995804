using System.Text.Json;

namespace Harness.Drift.Credentials;

/// <summary>What a browser held after a person had signed in: cookies, and access tokens that the portal's script kept.</summary>
internal sealed class StoredSession
{
    private StoredSession(IReadOnlyList<StoredCookie> cookies, IReadOnlyList<string> tokens)
    {
        Cookies = cookies;
        Tokens = tokens;
    }

    public IReadOnlyList<StoredCookie> Cookies { get; }

    public IReadOnlyList<string> Tokens { get; }

    /// <summary>Reads a browser's storage state, as `harness sign-in` kept it. Null when it is none.</summary>
    public static StoredSession? Read(ReadOnlySpan<byte> storageState)
    {
        try
        {
            var reader = new Utf8JsonReader(storageState);
            using JsonDocument state = JsonDocument.ParseValue(ref reader);
            return new StoredSession(
                [.. Items(state.RootElement, "cookies").Select(Cookie)],
                [.. Items(state.RootElement, "origins").SelectMany(o => Items(o, "localStorage")).Select(TokenIn).OfType<string>()]);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement of, string name) =>
        of.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    private static StoredCookie Cookie(JsonElement cookie)
    {
        double expires = cookie.TryGetProperty("expires", out JsonElement at) ? at.GetDouble() : -1;
        return new StoredCookie(
            cookie.GetProperty("name").GetString()!,
            cookie.GetProperty("value").GetString()!,
            cookie.GetProperty("domain").GetString()!,
            cookie.TryGetProperty("path", out JsonElement path) ? path.GetString()! : "/",
            expires > 0 ? DateTimeOffset.FromUnixTimeSeconds((long)expires) : null);
    }

    // MSAL's cache for browsers keeps one JSON text a token.
    private static string? TokenIn(JsonElement entry)
    {
        string text = entry.GetProperty("value").GetString() ?? "";
        if (!text.StartsWith('{') || !text.Contains("\"AccessToken\"", StringComparison.Ordinal))
        {
            return null;
        }

        using JsonDocument cached = JsonDocument.Parse(text);
        return cached.RootElement.TryGetProperty("secret", out JsonElement secret) ? secret.GetString() : null;
    }
}
