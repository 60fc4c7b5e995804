using System.Net.Http.Headers;
using System.Text;
using Harness.Contracts.Tenants;
using Harness.Tests.Identity;
using Harness.Tests.Support;
using Microsoft.Identity.Client;

namespace Harness.Tests.Guides;

/// <summary>The mock under the real names of its hosts, and Microsoft's library set up as the guides say.</summary>
internal sealed class GuideServer : IAsyncDisposable
{
    private GuideServer(TlsServer server) => Tls = server;

    public TlsServer Tls { get; }

    public static async Task<GuideServer> Start() => new(await TlsServer.Start());

    /// <summary>Sends a call to its real address.</summary>
    public async Task<PortalAnswer> Send(string method, string url, string? token, string? body = null, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), url);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, contentType);
        using HttpResponseMessage answer = await Tls.Http.GetHttpClient().SendAsync(request);
        return await PortalAnswer.Read(answer);
    }

    public Task<PortalAnswer> Form(string url, params (string Name, string Value)[] fields) =>
        Send("POST", url, null, string.Join('&', fields.Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}")), "application/x-www-form-urlencoded");

    public ConfidentialClientApplicationBuilder Confidential(AppRegistration app) =>
        ConfidentialClientApplicationBuilder.Create(app.Key()).WithAuthority($"https://{EntraServer.Host}/{Contoso.Id}").WithHttpClientFactory(Tls.Http);

    public IPublicClientApplication Public(AppRegistration app) => PublicClientApplicationBuilder.Create(app.Key())
        .WithAuthority($"https://{EntraServer.Host}/{Contoso.Id}").WithRedirectUri("http://localhost").WithHttpClientFactory(Tls.Http).Build();

    public ValueTask DisposeAsync() => Tls.DisposeAsync();
}
