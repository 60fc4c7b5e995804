using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Harness.Contracts;
using Harness.Drift.Probing;
using Harness.Drift.Reports;

namespace Harness.Drift.Runs;

/// <summary>The record of a run in its folder: <c>run.json</c>, and one line an observation beside it.</summary>
internal sealed class RunRecordFile(string folder)
{
    private const string ObservationsFile = "observations.ndjson";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public void Write(RunRecord record)
    {
        AtomicFile.Write(Path.Combine(folder, ObservationsFile), Lines(record.Observations));
        WriteHead(record);
    }

    /// <summary>Without what was seen: a run says first what it is.</summary>
    public void WriteHead(RunRecord record) =>
        AtomicFile.Write(Path.Combine(folder, RunRecord.FileName), JsonSerializer.Serialize(record with { Observations = [] }, Options) + "\n");

    /// <summary>Null when no run has begun here, or its record cannot be read.</summary>
    public RunRecord? ReadHead()
    {
        string file = Path.Combine(folder, RunRecord.FileName);
        try
        {
            return File.Exists(file) && JsonSerializer.Deserialize<RunRecord>(File.ReadAllText(file), Options) is { Schema: RunRecord.SchemaId } head ? head : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <exception cref="HarnessException">It is not there, or not whole.</exception>
    public RunRecord Read()
    {
        string file = Path.Combine(folder, RunRecord.FileName);
        try
        {
            if (!File.Exists(file))
            {
                throw new HarnessException($"there is no record of a run in '{folder}'", "Name folders that 'harness drift run --out' has written");
            }

            RunRecord? record = JsonSerializer.Deserialize<RunRecord>(File.ReadAllText(file), Options);
            return record is { Schema: RunRecord.SchemaId }
                ? record with { Observations = Observations(Path.Combine(folder, ObservationsFile)) }
                : throw new HarnessException($"'{file}' is no record of a run", "Name folders that this version of 'harness drift run --out' has written");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or IOException)
        {
            throw new HarnessException($"the record of the run in '{folder}' is damaged: {exception.Message.TrimEnd('.')}", "Run that part again");
        }
    }

    private static string Lines(IEnumerable<Observation> observations)
    {
        using var lines = new MemoryStream();
        using var writer = new Utf8JsonWriter(lines);
        foreach (Observation seen in observations)
        {
            writer.WriteStartObject();
            writer.WriteNumber("session", (int)seen.Session);
            writer.WritePropertyName("seen");
            ObservationJson.Write(writer, seen);
            writer.WriteEndObject();
            writer.Flush();
            writer.Reset();
            lines.WriteByte((byte)'\n');
        }

        return Encoding.UTF8.GetString(lines.ToArray());
    }

    private static Observation[] Observations(string file) => [.. File.ReadLines(file).Select(Observation)];

    private static Observation Observation(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        return ObservationJson.Read(document.RootElement.GetProperty("seen")) with { Session = (SessionHealth)document.RootElement.GetProperty("session").GetInt32() };
    }
}
