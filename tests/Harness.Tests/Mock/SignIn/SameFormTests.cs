using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Harness.Tests.Identity;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.SignIn;

/// <summary>With .NET's own client: it follows redirects and keeps cookies. Only the names below localhost are resolved for it, as browsers do.</summary>
internal sealed partial class SameFormTests
{
    private RunningServer _server = null!;

    [OneTimeSetUp]
    public async Task Start() => _server = await RunningServer.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [TestCase("http://127.0.0.1:{port}/security.microsoft.com/incidents?tid=1", "/security.microsoft.com/incidents")]
    [TestCase("http://security.microsoft.com.localhost:{port}/incidents?tid=1", "/incidents")]
    [TestCase("http://127.0.0.1:{port}/contoso-admin.sharepoint.com/_layouts/15/online/AdminHome.aspx", "/contoso-admin.sharepoint.com/_layouts/15/online/AdminHome.aspx")]
    [TestCase("http://contoso-admin.sharepoint.com.localhost:{port}/_layouts/15/online/AdminHome.aspx", "/_layouts/15/online/AdminHome.aspx")]
    public async Task A_plain_client_signs_in_and_comes_back_to_the_address_that_it_asked_for(string url, string path)
    {
        var asked = new Uri(url.Replace("{port}", _server.Server.Http.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseProxy = false, ConnectCallback = ToLoopback });
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        using HttpResponseMessage page = await client.GetAsync(asked);
        string html = await page.Content.ReadAsStringAsync();
        page.RequestMessage!.RequestUri!.Port.Should().Be(asked.Port, "no redirect leads off this server");
        var form = new FormUrlEncodedContent([new("state", State().Match(html).Groups["state"].Value), new("persona", "global-admin")]);
        using HttpResponseMessage back = await client.PostAsync(new Uri(page.RequestMessage.RequestUri!, "sign-in"), form);

        back.StatusCode.Should().Be(HttpStatusCode.OK);
        (await back.Content.ReadAsStringAsync()).Should().Contain("Ada Brooks");
        back.RequestMessage!.RequestUri!.Authority.Should().Be(asked.Authority);
        back.RequestMessage.RequestUri.AbsolutePath.Should().Be(path);
    }

    [Test]
    public async Task A_portals_own_redirect_uri_keeps_to_the_form_and_a_programs_stays_as_it_is()
    {
        await using EntraServer server = await EntraServer.Start();
        string portal = EntraServer.AuthorizePath(
            Contoso.App("Yammer Web"), "https://www.yammer.com/user_impersonation openid", "", ("redirect_uri", "https://engage.cloud.microsoft/main/authredirect"));

        (await server.SignIn(portal, Contoso.Admin)).Headers["Location"].Should().StartWith("/engage.cloud.microsoft/main/authredirect?code=");
        (await server.SignIn(EntraServer.AuthorizePath(Contoso.Desk, $"{EntraServer.Graph}/User.Read"), Contoso.Admin)).Headers["Location"].Should().StartWith($"{EntraServer.Redirect}/?code=");
    }

    private static async ValueTask<Stream> ToLoopback(SocketsHttpConnectionContext context, CancellationToken cancelled)
    {
        string host = context.DnsEndPoint.Host;
        (host == "127.0.0.1" || host.EndsWith(".localhost", StringComparison.Ordinal)).Should().BeTrue($"{host} is the real one");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancelled);
        return new NetworkStream(socket, ownsSocket: true);
    }

    [GeneratedRegex("name=\"state\" value=\"(?<state>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex State();
}
