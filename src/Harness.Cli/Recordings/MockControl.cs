using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Harness.Contracts;

namespace Harness.Cli.Recordings;

/// <summary>Asks a mock server for the calls of a family, and for what each of them must carry.</summary>
internal sealed class MockControl(Uri server) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = server, Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>The family's GETs, each with a call that succeeds.</summary>
    public async Task<IReadOnlyList<JsonObject>> Gets(string family, CancellationToken cancelled)
    {
        JsonNode answer = await Ask(new HttpRequestMessage(HttpMethod.Get, $"/__harness/operations?family={Uri.EscapeDataString(family)}&method=GET"), cancelled);
        return [.. ((JsonArray)answer["operations"]!).Select(o => (JsonObject)o!)];
    }

    /// <summary>The tenant's names in host templates.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Hosts(CancellationToken cancelled)
    {
        JsonNode tenant = await Ask(new HttpRequestMessage(HttpMethod.Get, "/__harness/tenant"), cancelled);
        return tenant["hosts"]!.AsObject().ToDictionary(h => h.Key, h => (string)h.Value!, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What one call must carry.</summary>
    public async Task<JsonObject> Session(string family, string persona, string host, string path, CancellationToken cancelled)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/__harness/sessions")
        {
            Content = JsonContent.Create(new { family, persona, @for = new { method = "GET", host, path } }),
        };
        return (JsonObject)await Ask(request, cancelled);
    }

    public void Dispose() => _client.Dispose();

    private async Task<JsonNode> Ask(HttpRequestMessage request, CancellationToken cancelled)
    {
        try
        {
            using HttpResponseMessage answer = await _client.SendAsync(request, cancelled);
            JsonNode? document = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancelled));
            return answer.IsSuccessStatusCode && document is not null
                ? document
                : throw new HarnessException($"the mock server refused: {(string?)document?["detail"] ?? answer.ReasonPhrase}", "Name a family that it serves");
        }
        catch (HttpRequestException exception)
        {
            throw new HarnessException($"no server answers at {server} ({exception.Message})", "Start one with 'harness serve', or name another with --gateway");
        }
        finally
        {
            request.Dispose();
        }
    }
}
