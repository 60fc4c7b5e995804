using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Harness.Tests.Support;

/// <summary>What a browser does for a person: it follows redirects, keeps cookies and sends forms. Any host name reaches the server.</summary>
internal sealed partial class PortalBrowser : IDisposable
{
    private readonly HttpClient _client;

    public PortalBrowser(RunningServer server, bool followsRedirects = true)
    {
        int port = server.Server.Http.Port;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = followsRedirects,
            CookieContainer = Cookies,
            UseProxy = false,
            ConnectCallback = async (_, cancelled) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.Loopback, port, cancelled);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
    }

    public CookieContainer Cookies { get; } = new();

    public Task<PortalAnswer> Open(string url) => Send(HttpMethod.Get, url, r => r.Headers.Accept.ParseAdd("text/html"));

    /// <summary>Opens a page, picks a persona on the sign-in page that it leads to, and comes back.</summary>
    public async Task<PortalAnswer> SignIn(string url, string persona = "global-admin")
    {
        (Uri signIn, string state) = await LeadToSignIn(url);
        return await Pick(signIn, state, persona);
    }

    /// <summary>Where a page leads a stranger, and what the form there hides.</summary>
    public async Task<(Uri Address, string State)> LeadToSignIn(string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Accept.ParseAdd("text/html");
        using HttpResponseMessage page = await _client.SendAsync(request);
        string html = await page.Content.ReadAsStringAsync();
        html.Should().Contain("<form method=\"post\"");
        return (page.RequestMessage!.RequestUri!, State().Match(html).Groups["state"].Value);
    }

    public Task<PortalAnswer> Pick(Uri signIn, string state, string persona) => Send(HttpMethod.Post, new Uri(signIn, "sign-in").ToString(), request =>
    {
        request.Headers.Accept.ParseAdd("text/html");
        request.Content = new FormUrlEncodedContent([new("state", state), new("persona", persona)]);
    });

    public async Task<PortalAnswer> Send(HttpMethod method, string url, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(method, url);
        change?.Invoke(request);
        using HttpResponseMessage answer = await _client.SendAsync(request);
        return await PortalAnswer.Read(answer);
    }

    /// <summary>A cookie as a page's script would read it.</summary>
    public string? Cookie(string url, string name) => Cookies.GetCookies(new Uri(url)).FirstOrDefault(c => c.Name == name)?.Value;

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"state\" value=\"(?<state>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex State();
}
