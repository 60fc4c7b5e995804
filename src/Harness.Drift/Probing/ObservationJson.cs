using System.Text.Json;
using Harness.Drift.Inference;

namespace Harness.Drift.Probing;

/// <summary>Observations as lines of the journal: statuses, names and shapes, never a value of an answer.</summary>
internal static class ObservationJson
{
    public static void Write(Utf8JsonWriter writer, Observation seen)
    {
        writer.WriteStartObject();
        writer.WriteString("family", seen.Family);
        writer.WriteString("method", seen.Method);
        writer.WriteString("path", seen.Path);
        writer.WriteNumber("outcome", (int)seen.Outcome);
        writer.WriteString("reason", seen.Reason);
        writer.WriteString("at", seen.At);
        writer.WriteNumber("sample", seen.Sample);
        writer.WriteNumber("status", seen.Status);
        writer.WriteString("mediaType", seen.MediaType);
        writer.WriteNumber("bodyKind", (int)seen.BodyKind);
        writer.WriteNumber("redirect", (int)seen.Redirect);
        writer.WriteString("headers", string.Join(' ', seen.HeaderNames));
        writer.WriteNumber("bytes", seen.Bytes);
        writer.WriteNumber("latency", seen.Latency.Ticks);
        writer.WriteString("object", seen.ObjectKey);
        writer.WriteBoolean("harvested", seen.UsesHarvestedId);
        writer.WriteBoolean("standIn", seen.UsesStandIn);
        if (seen.Body is { } shape)
        {
            writer.WritePropertyName("shape");
            ShapeJson.Write(writer, shape);
        }

        writer.WriteEndObject();
    }

    public static Observation Read(JsonElement line) => new()
    {
        Family = Text(line, "family"),
        Method = Text(line, "method"),
        Path = Text(line, "path"),
        Outcome = (ProbeOutcome)line.GetProperty("outcome").GetInt32(),
        Reason = Text(line, "reason"),
        At = line.GetProperty("at").GetDateTimeOffset(),
        Sample = line.GetProperty("sample").GetInt32(),
        Status = line.GetProperty("status").GetInt32(),
        MediaType = Text(line, "mediaType"),
        BodyKind = (BodyKind)line.GetProperty("bodyKind").GetInt32(),
        Redirect = (RedirectTarget)line.GetProperty("redirect").GetInt32(),
        HeaderNames = Text(line, "headers").Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Bytes = line.GetProperty("bytes").GetInt64(),
        Latency = TimeSpan.FromTicks(line.GetProperty("latency").GetInt64()),
        ObjectKey = Text(line, "object"),
        UsesHarvestedId = line.GetProperty("harvested").GetBoolean(),
        UsesStandIn = line.TryGetProperty("standIn", out JsonElement standIn) && standIn.GetBoolean(),
        Body = line.TryGetProperty("shape", out JsonElement shape) ? ShapeJson.Read(shape) : null,
    };

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString() ?? "";
}
