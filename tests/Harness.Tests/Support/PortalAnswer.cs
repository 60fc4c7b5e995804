using System.Text.Json.Nodes;

namespace Harness.Tests.Support;

/// <summary>An answer, read to its end.</summary>
internal sealed record PortalAnswer(int Status, string? ContentType, byte[] Bytes, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);

    /// <summary>A character a byte, whatever the bytes are: for comparing.</summary>
    public string Latin => System.Text.Encoding.Latin1.GetString(Bytes);

    public JsonNode? Json => JsonNode.Parse(Bytes);

    public string Decision => Headers.GetValueOrDefault("x-harness-decision", "");

    /// <summary>For the messages of failed tests; a record would print its Json, and not every answer has one.</summary>
    /// <summary>The gate had nothing against it. What the tenant's state says to it is another matter: who starts a subscription twice is told so.</summary>
    public bool IsLetIn => Decision.EndsWith("/served", StringComparison.Ordinal) || Decision.StartsWith("state/", StringComparison.Ordinal);

    public override string ToString() => $"{Status} {Decision} {(Text.Length > 200 ? Text[..200] + "..." : Text)}";

    public static async Task<PortalAnswer> Read(HttpResponseMessage answer) => new(
        (int)answer.StatusCode,
        answer.Content.Headers.ContentType?.MediaType,
        await answer.Content.ReadAsByteArrayAsync(),
        answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
}
