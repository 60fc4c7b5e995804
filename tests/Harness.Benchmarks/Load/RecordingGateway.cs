using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Harness.Benchmarks.Load;

/// <summary>Passes calls on to a server and writes down what they were.</summary>
internal sealed class RecordingGateway : IAsyncDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private readonly ConcurrentBag<RecordedCall> _calls = [];
    private readonly Uri _server;
    private readonly WebApplication _app;

    private RecordingGateway(Uri server)
    {
        _server = server;
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(PassOn);
    }

    public Uri Address => new(_app.Urls.First());

    /// <summary>Calls to portals; those to the control API are left out.</summary>
    public IReadOnlyList<RecordedCall> Calls => [.. _calls];

    public static async Task<RecordingGateway> Start(Uri server)
    {
        var gateway = new RecordingGateway(server);
        await gateway._app.StartAsync();
        return gateway;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task PassOn(HttpContext http)
    {
        string target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        KeyValuePair<string, string>[] headers =
            [.. http.Request.Headers.Where(h => h.Key is not ("Host" or "Content-Length" or "Content-Type")).Select(h => KeyValuePair.Create(h.Key, h.Value.ToString()))];
        if (!target.StartsWith("/__harness/", StringComparison.Ordinal))
        {
            _calls.Add(new RecordedCall(target, headers));
        }

        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), BareLoop.Address(_server, target));
        if (http.Request.ContentLength > 0)
        {
            request.Content = new StreamContent(http.Request.Body);
            request.Content.Headers.Add("Content-Type", http.Request.ContentType);
        }

        foreach (KeyValuePair<string, string> header in headers)
        {
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        using HttpResponseMessage answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
        http.Response.StatusCode = (int)answer.StatusCode;
        http.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
