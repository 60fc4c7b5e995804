using System.Text.Json.Nodes;

namespace Harness.Tests.Support;

/// <summary><c>harness drift</c> as a process of its own, against a server that is another.</summary>
internal sealed class NightlyProcess : IDisposable
{
    private readonly TemporaryFolder _home;
    private readonly ServeProcess _server;
    private readonly HttpClient _client = new();

    private NightlyProcess(TemporaryFolder home, ServeProcess server)
    {
        _home = home;
        _server = server;
    }

    public string Home => _home.Path;

    public string Target => In("lab.yml");

    public static async Task<NightlyProcess> Start(params string[] families)
    {
        var home = new TemporaryFolder();
        var process = new NightlyProcess(home, await ServeProcess.Start(home.Path, families.SelectMany(f => (string[])["--family", f])));
        JsonNode tenant = JsonNode.Parse(await process._client.GetStringAsync($"{process._server.Http}/__harness/tenant"))!;
        process.Write(process.Target, (string)tenant["tenantId"]!, families);
        return process;
    }

    public string In(string name) => Path.Combine(Home, name);

    /// <param name="tenantId">Empty for a file that names none.</param>
    public void Write(string file, string tenantId, string[] families) => File.WriteAllText(file, $$"""
        name: lab
        {{(tenantId.Length == 0 ? "" : $"tenantId: {tenantId}")}}
        nonProduction: true
        hosts: { tenant: contoso, organization: contoso-dev }
        gateway: {{_server.Http}}
        credentials: { kind: mock }
        families: [{{string.Join(", ", families)}}]
        """);

    public Task<ProcessResult> Drift(params IEnumerable<string> arguments) => HarnessProcess.Run(Home, ["drift", .. arguments]);

    /// <summary>One more night.</summary>
    public Task<ProcessResult> Run(params IEnumerable<string> more) =>
        Drift(["run", "--target", Target, "--i-confirm", "lab", "--rate", "off", "--baseline", In("baseline"), "--out", In("out"), .. more]);

    public JsonObject Report(string folder = "out") => (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(In(folder), "report.json")))!;

    public async Task Quirk(string json)
    {
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await _client.PostAsync(new Uri($"{_server.Http}/__harness/quirks"), body);
        answer.EnsureSuccessStatusCode();
    }

    public async Task Mend()
    {
        using HttpResponseMessage answer = await _client.DeleteAsync(new Uri($"{_server.Http}/__harness/quirks"));
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Process.Dispose();
        _home.Dispose();
    }
}
