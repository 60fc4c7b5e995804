using System.Globalization;
using System.Text.Json;
using Harness.Drift.Inference;

namespace Harness.Drift.Baselines;

/// <summary>Reads what <see cref="BaselineJson"/> wrote.</summary>
internal static class BaselineReader
{
    public static EndpointBaseline Read(JsonElement element)
    {
        string[][] runs = [.. element.GetProperty("runs").EnumerateArray().Select(r => Text(r).Split(' ', 2))];
        IReadOnlyList<Shape?> bodies = ShapeJson.ReadMany(element.GetProperty("body"), runs.Length);
        Dictionary<string, long[]> statuses = Columns(element, "statuses", runs.Length);
        Dictionary<string, long[]> mediaTypes = Columns(element, "mediaTypes", runs.Length);
        Dictionary<string, long[]> bodyKinds = Columns(element, "bodyKinds", runs.Length);
        Dictionary<string, long[]> headers = Columns(element, "headers", runs.Length);
        long[] bytes = CountColumn.Decode(Text(element.GetProperty("bytes")), runs.Length);
        long[] milliseconds = CountColumn.Decode(Text(element.GetProperty("milliseconds")), runs.Length);
        return new EndpointBaseline
        {
            Key = new EndpointKey(Text(element.GetProperty("family")), Text(element.GetProperty("method")), Text(element.GetProperty("path"))),
            Runs =
            [
                .. runs.Select((run, i) => new EndpointRun
                {
                    At = Time(run[0]),
                    RunId = run[1],
                    Statuses = Row(statuses, i),
                    MediaTypes = Row(mediaTypes, i),
                    BodyKinds = Row(bodyKinds, i),
                    Headers = Row(headers, i),
                    Body = bodies[i],
                    Bytes = bytes[i],
                    Milliseconds = milliseconds[i],
                }),
            ],
            Objects = Objects(element.GetProperty("objects")),
            Accepted = [.. element.GetProperty("accepted").EnumerateArray().Select(Text)],
        };
    }

    private static string Text(JsonElement element) => element.GetString() ?? "";

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static Dictionary<string, long[]> Columns(JsonElement element, string name, int runs) =>
        element.GetProperty(name).EnumerateObject().ToDictionary(p => p.Name, p => CountColumn.Decode(Text(p.Value), runs), StringComparer.Ordinal);

    private static SortedDictionary<string, long> Row(Dictionary<string, long[]> columns, int run) =>
        new(columns.Where(c => c.Value[run] > 0).ToDictionary(c => c.Key, c => c.Value[run], StringComparer.Ordinal), StringComparer.Ordinal);

    private static SortedDictionary<string, ObjectMemory> Objects(JsonElement element)
    {
        string[][] keys = [.. element.GetProperty("keys").EnumerateArray().Select(k => Text(k).Split(' ', 3))];
        IReadOnlyList<Shape?> bodies = ShapeJson.ReadMany(element.GetProperty("body"), keys.Length);
        var objects = new SortedDictionary<string, ObjectMemory>(StringComparer.Ordinal);
        for (int i = 0; i < keys.Length; i++)
        {
            objects[keys[i][0]] = new ObjectMemory(keys[i][2], Time(keys[i][1]), bodies[i] ?? Shape.Empty);
        }

        return objects;
    }
}
