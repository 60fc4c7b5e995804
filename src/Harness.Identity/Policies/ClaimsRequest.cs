using System.Text.Json;

namespace Harness.Identity.Policies;

/// <summary>What a client asks of the access token with the <c>claims</c> parameter, usually because a challenge told it to.</summary>
/// <param name="Capabilities"><c>xms_cc</c>: what the client can cope with; <c>cp1</c> makes tokens live longer.</param>
/// <param name="Contexts"><c>acrs</c>: authentication contexts that must be satisfied.</param>
/// <param name="WantsMfa">A policy's own challenge, or an authentication context: more than a password.</param>
internal sealed record ClaimsRequest(IReadOnlyList<string> Capabilities, IReadOnlyList<string> Contexts, bool WantsMfa)
{
    private static readonly ClaimsRequest Nothing = new([], [], false);

    private static readonly string[] Challenges = ["capolids", "polids"];

    public bool IsContinuous => Capabilities.Contains("cp1", StringComparer.OrdinalIgnoreCase);

    /// <summary>A parameter that is no such JSON asks for nothing.</summary>
    public static ClaimsRequest Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return Nothing;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("access_token", out JsonElement wanted)
                && wanted.ValueKind == JsonValueKind.Object
                ? Read(wanted)
                : Nothing;
        }
        catch (JsonException)
        {
            return Nothing;
        }
    }

    private static ClaimsRequest Read(JsonElement wanted)
    {
        IReadOnlyList<string> contexts = Values(wanted, "acrs");
        return new ClaimsRequest(Values(wanted, "xms_cc"), contexts, contexts.Count > 0 || Challenges.Any(name => wanted.TryGetProperty(name, out _)));
    }

    private static IReadOnlyList<string> Values(JsonElement wanted, string name)
    {
        if (!wanted.TryGetProperty(name, out JsonElement claim) || claim.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        if (claim.TryGetProperty("values", out JsonElement values) && values.ValueKind == JsonValueKind.Array)
        {
            return [.. values.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)];
        }

        return claim.TryGetProperty("value", out JsonElement value) && value.ValueKind == JsonValueKind.String ? [value.GetString()!] : [];
    }
}
