using System.Globalization;
using System.Text;
using System.Text.Json;
using Harness.Drift.Inference;

namespace Harness.Drift.Baselines;

/// <summary>The JSON form of one endpoint's baseline: a fixed order and one line a fact, so that a quiet night is a small diff.</summary>
public static class BaselineJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(EndpointBaseline endpoint)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Indented))
        {
            Write(writer, endpoint);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>For several endpoints in one document.</summary>
    public static void Write(Utf8JsonWriter writer, EndpointBaseline endpoint)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", "harness-baseline/1");
        writer.WriteString("family", endpoint.Key.Family);
        writer.WriteString("method", endpoint.Key.Method);
        writer.WriteString("path", endpoint.Key.Path);
        writer.WriteStartArray("runs");
        foreach (EndpointRun run in endpoint.Runs)
        {
            writer.WriteStringValue($"{Time(run.At)} {run.RunId}");
        }

        writer.WriteEndArray();
        Columns(writer, "statuses", endpoint.Runs, r => r.Statuses);
        Columns(writer, "mediaTypes", endpoint.Runs, r => r.MediaTypes);
        Columns(writer, "bodyKinds", endpoint.Runs, r => r.BodyKinds);
        Columns(writer, "headers", endpoint.Runs, r => r.Headers);
        writer.WriteString("bytes", CountColumn.Encode([.. endpoint.Runs.Select(r => r.Bytes)]));
        writer.WriteString("milliseconds", CountColumn.Encode([.. endpoint.Runs.Select(r => r.Milliseconds)]));
        writer.WritePropertyName("body");
        ShapeJson.WriteMany(writer, [.. endpoint.Runs.Select(r => r.Body)]);
        WriteObjects(writer, endpoint);
        writer.WriteStartArray("accepted");
        foreach (string fingerprint in endpoint.Accepted)
        {
            writer.WriteStringValue(fingerprint);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <exception cref="JsonException">It is no baseline of an endpoint.</exception>
    public static EndpointBaseline Read(JsonElement element)
    {
        try
        {
            return BaselineReader.Read(element);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException($"It is no baseline of an endpoint: {exception.Message}", exception);
        }
    }

    internal static string Text(EndpointRun run) =>
        Encoding.UTF8.GetString(Write(new EndpointBaseline { Key = new EndpointKey("", "", ""), Runs = [run] }));

    internal static string Text(Shape shape)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            ShapeJson.Write(writer, shape);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void Columns(Utf8JsonWriter writer, string name, IReadOnlyList<EndpointRun> runs, Func<EndpointRun, IReadOnlyDictionary<string, long>> counts)
    {
        writer.WriteStartObject(name);
        foreach (string key in runs.SelectMany(r => counts(r).Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            writer.WriteString(key, CountColumn.Encode([.. runs.Select(r => counts(r).GetValueOrDefault(key))]));
        }

        writer.WriteEndObject();
    }

    private static void WriteObjects(Utf8JsonWriter writer, EndpointBaseline endpoint)
    {
        writer.WriteStartObject("objects");
        writer.WriteStartArray("keys");
        foreach ((string key, ObjectMemory memory) in endpoint.Objects)
        {
            writer.WriteStringValue($"{key} {Time(memory.At)} {memory.RunId}");
        }

        writer.WriteEndArray();
        writer.WritePropertyName("body");
        ShapeJson.WriteMany(writer, [.. endpoint.Objects.Values.Select(m => m.Body)]);
        writer.WriteEndObject();
    }
}
