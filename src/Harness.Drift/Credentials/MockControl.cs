using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Harness.Contracts;

namespace Harness.Drift.Credentials;

/// <summary>Talks to a mock server's control API, which is no portal: the only calls of a run that are no probes.</summary>
// The one client besides the guarded one. It takes no address from anywhere but the target file, and no path but those of the control API.
#pragma warning disable RS0030
internal sealed class MockControl : IDisposable
{
    private const string Fix = "Start one with 'harness serve', and name its address as 'gateway' in the target file";

    private readonly HttpClient _client;
    private readonly string _root;

    /// <param name="tokenVariable">Environment variable with the control token of a server that listens beyond this machine.</param>
    public MockControl(Uri gateway, string? tokenVariable)
    {
        _root = $"{gateway.ToString().TrimEnd('/')}/__harness/";
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(30) };
        if (tokenVariable is not null && Environment.GetEnvironmentVariable(tokenVariable) is { Length: > 0 } token)
        {
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    public async Task<Guid> TenantId(CancellationToken cancelled)
    {
        JsonObject? tenant = await Send(HttpMethod.Get, "tenant", null, cancelled);
        return Guid.TryParse((string?)tenant?["tenantId"], out Guid id) ? id : throw new HarnessException($"{_root} is no mock server's control API", Fix);
    }

    /// <summary>Null when the server knows no such operation.</summary>
    public Task<JsonObject?> Session(JsonObject wish, CancellationToken cancelled) => Send(HttpMethod.Post, "sessions", wish, cancelled);

    public void Dispose() => _client.Dispose();

    private async Task<JsonObject?> Send(HttpMethod method, string call, JsonObject? body, CancellationToken cancelled)
    {
        using var request = new HttpRequestMessage(method, _root + call);
        request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        try
        {
            using HttpResponseMessage answer = await _client.SendAsync(request, cancelled);
            string text = await answer.Content.ReadAsStringAsync(cancelled);
            return answer.StatusCode switch
            {
                HttpStatusCode.NotFound => null,
                _ when answer.IsSuccessStatusCode => JsonNode.Parse(text) as JsonObject,
                _ => throw new HarnessException($"{_root}{call} answered {(int)answer.StatusCode}", Fix),
            };
        }
        catch (HttpRequestException exception)
        {
            throw new HarnessException($"no mock server answers at {_root} ({exception.HttpRequestError})", Fix);
        }
        catch (System.Text.Json.JsonException)
        {
            throw new HarnessException($"{_root} is no mock server's control API", Fix);
        }
    }
}
#pragma warning restore RS0030
