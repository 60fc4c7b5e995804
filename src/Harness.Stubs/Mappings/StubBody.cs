using System.Text.Json.Nodes;

namespace Harness.Stubs.Mappings;

/// <summary>A reply's body, in exactly one of its forms.</summary>
public sealed record StubBody
{
    private StubBody()
    {
    }

    public string? Text { get; private init; }

    public JsonNode? Json { get; private init; }

    /// <summary>Written as indented JSON.</summary>
    public bool IsIndented { get; private init; }

    public ReadOnlyMemory<byte>? Bytes { get; private init; }

    public static StubBody Of(string text) => new() { Text = text };

    public static StubBody Of(JsonNode json, bool indented = false) => new() { Json = json, IsIndented = indented };

    public static StubBody Of(byte[] bytes) => new() { Bytes = bytes };
}
