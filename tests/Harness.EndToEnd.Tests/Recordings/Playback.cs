using System.Text.Json.Nodes;
using Harness.Tests.Support;

namespace Harness.EndToEnd.Tests.Recordings;

/// <summary>Calls every recorded operation on the server that was recorded and on one that plays back.</summary>
internal static class Playback
{
    public static async Task<IReadOnlyList<PlayedCall>> Compare(string recordings, string family, RunningServer original, RunningServer played)
    {
        HashSet<string> recorded = [.. Directory.EnumerateFiles(Path.Combine(recordings, family), "*.json").SelectMany(Titles)];
        JsonNode operations = await played.Control($"operations?family={family}&method=GET");
        var calls = new List<PlayedCall>();
        foreach (JsonNode operation in ((JsonArray)operations["operations"]!).Select(o => o!).Where(o => recorded.Contains($"GET {o["path"]}")))
        {
            calls.Add(new PlayedCall((string)operation["path"]!, await Call(original, family, operation), await Call(played, family, operation)));
        }

        calls.Should().HaveCount(recorded.Count);
        return calls;
    }

    public static async Task<PortalAnswer> Call(RunningServer server, string family, JsonNode operation)
    {
        JsonNode example = operation["example"]!;
        string host = (string)example["host"]!, path = (string)example["path"]!;
        PortalSession session = await server.Session(family, new { @for = new { method = "GET", host, path } });
        var query = ((JsonObject)example["query"]!).ToDictionary(q => q.Key, q => q.Value!.ToString(), StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string value) in session.Query)
        {
            query.TryAdd(name, value);
        }

        string search = string.Join('&', query.Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value)}"));
        return await server.Call("GET", $"{host}{path}{(search.Length == 0 ? "" : "?")}{search}", session);
    }

    private static IEnumerable<string> Titles(string file) => JsonNode.Parse(File.ReadAllText(file)) switch
    {
        JsonArray many => many.Select(m => (string)m!["Title"]!),
        JsonNode one => [(string)one["Title"]!],
        null => [],
    };
}
