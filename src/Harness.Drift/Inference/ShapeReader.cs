using System.Text.Json;

namespace Harness.Drift.Inference;

/// <summary>Turns the bytes of one JSON document into its shape; the values are gone when it returns.</summary>
public static class ShapeReader
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 512, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="JsonException">The bytes are no JSON document.</exception>
    public static Shape Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(WithoutMark(utf8), Options);
        if (!reader.Read())
        {
            throw new JsonException("There is no document.");
        }

        var root = new ShapeNode();
        var document = new DocumentReader();
        document.Value(ref reader, root, 0);

        // Reading on finds what is wrong behind the document.
        _ = reader.Read();
        return new Shape { Documents = 1, Root = root };
    }

    /// <summary>Null when the bytes are no JSON document.</summary>
    public static Shape? TryRead(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return Read(utf8);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
}
