using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Mock;

namespace Harness.Tests.Support;

/// <summary>A real server on a real socket, with its own data folder, and a client that follows nothing and remembers nothing.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly string? _temporaryData;

    private RunningServer(MockServer server, string? temporaryData)
    {
        Server = server;
        _temporaryData = temporaryData;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
        {
            BaseAddress = server.Http,
            Timeout = TimeSpan.FromSeconds(60),
        };
    }

    public MockServer Server { get; }

    public HttpClient Client { get; }

    public static async Task<RunningServer> Start(Func<MockServerOptions, MockServerOptions>? change = null)
    {
        string data = Directory.CreateTempSubdirectory("harness-tests-").FullName;
        var options = new MockServerOptions { Data = data, Cache = "" };
        options = change is null ? options : change(options);
        return new RunningServer(await MockServer.StartAsync(options), data);
    }

    public async Task<JsonNode> Control(string path)
    {
        using HttpResponseMessage answer = await Client.GetAsync($"/__harness/{path}");
        return await Document(answer);
    }

    public async Task<JsonNode> Control(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/__harness/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        using HttpResponseMessage answer = await Client.SendAsync(request);
        answer.IsSuccessStatusCode.Should().BeTrue($"{method} {path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return await Document(answer);
    }

    public async Task<PortalSession> Session(string family, object? more = null)
    {
        var wish = new JsonObject { ["family"] = family };
        foreach (KeyValuePair<string, JsonNode?> member in JsonSerializer.SerializeToNode(more ?? new { }) as JsonObject ?? [])
        {
            wish[member.Key] = member.Value?.DeepClone();
        }

        return new PortalSession((JsonObject)await Control(HttpMethod.Post, "sessions", wish));
    }

    /// <summary>Sends a call in the path form.</summary>
    /// <param name="target">Host, path and query: <c>security.microsoft.com/apiproxy/...</c>.</param>
    public async Task<PortalAnswer> Call(string method, string target, PortalSession? session = null, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"{Client.BaseAddress!.ToString().TrimEnd('/')}/{target}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        session?.Put(request);
        change?.Invoke(request);
        using HttpResponseMessage answer = await Client.SendAsync(request);
        return await PortalAnswer.Read(answer);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        if (_temporaryData is not null)
        {
            Directory.Delete(_temporaryData, recursive: true);
        }
    }

    private static async Task<JsonNode> Document(HttpResponseMessage answer)
    {
        string text = await answer.Content.ReadAsStringAsync();
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }
}
