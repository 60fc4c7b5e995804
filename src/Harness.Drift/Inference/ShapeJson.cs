using System.Text.Json;

namespace Harness.Drift.Inference;

/// <summary>The JSON form of shapes: members in a fixed order, one column of counts over all runs, so that a quiet night changes few lines.</summary>
/// <remarks>A count that equals the count of its place is written <c>=</c>, and one that follows from the place above is not written at all.</remarks>
public static class ShapeJson
{
    public static void Write(Utf8JsonWriter writer, Shape shape) => WriteMany(writer, [shape]);

    public static Shape Read(JsonElement element) => ReadMany(element, 1)[0] ?? Shape.Empty;

    /// <param name="shapes">One a run; null for a run without a document.</param>
    public static void WriteMany(Utf8JsonWriter writer, IReadOnlyList<Shape?> shapes)
    {
        long[] documents = [.. shapes.Select(s => s?.Documents ?? 0)];
        writer.WriteStartObject();
        writer.WriteString("documents", CountColumn.Encode(documents));
        writer.WritePropertyName("root");
        new ShapeColumnWriter(writer, documents.Length).Node([.. shapes.Select(s => s?.Root)], documents, "");
        writer.WriteEndObject();
    }

    /// <param name="runs">How many runs the columns have.</param>
    /// <exception cref="JsonException">It is no shape, or one of another number of runs.</exception>
    public static IReadOnlyList<Shape?> ReadMany(JsonElement element, int runs)
    {
        long[] documents = CountColumn.Decode(Member(element, "documents").GetString() ?? "", runs);
        ShapeNode[] roots = new ShapeColumnReader(runs).Node(Member(element, "root"), documents);
        return [.. roots.Select((root, run) => documents[run] == 0 ? null : new Shape { Documents = documents[run], Root = root })];
    }

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value)
            ? value
            : throw new JsonException($"A shape has no '{name}'.");
}
