using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Harness.Mock.Proxy;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Proxy;

internal sealed class ForwardProxyTests
{
    private const string Tenants = "https://contoso-admin.sharepoint.com/_api/TenantAdminEndpoints";

    private TemporaryFolder _data = null!;
    private RunningServer _server = null!;
    private ProxiedClient _proxied = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _data = new TemporaryFolder();
        _server = await RunningServer.Start(o => o with { ProxyPort = 0, Data = _data.Path });
        _proxied = new ProxiedClient(_server, _data.Path);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _proxied.Dispose();
        await _server.DisposeAsync();
        _data.Dispose();
    }

    [Test]
    public async Task The_proxy_is_known_by_its_address_and_is_not_taken_for_the_servers_HTTPS()
    {
        _server.Server.Proxy!.Port.Should().NotBe(_server.Server.Http.Port);
        _server.Server.Https.Should().BeNull();
        await using RunningServer without = await RunningServer.Start();
        without.Server.Proxy.Should().BeNull();
    }

    [Test]
    public async Task An_unchanged_client_reaches_every_host_of_every_family_under_its_real_address()
    {
        IReadOnlyList<OperationRow> rows = await _server.Operations();
        foreach (OperationRow row in rows.Where(r => r.Method == "GET").DistinctBy(r => r.Host))
        {
            PortalSession session = await _server.SessionFor(row);

            PortalAnswer answer = await _proxied.Call("GET", $"https://{row.Host}{row.PathAndQuery(session.Query)}", session);

            answer.Decision.Should().EndWith("/served", $"{row}: {answer}");
        }
    }

    [Test]
    public async Task A_write_with_its_body_and_digest_goes_through_one_tunnel_after_another_call()
    {
        PortalSession session = await _server.Session("sharepoint-admin");

        PortalAnswer read = await _proxied.Call("GET", Tenants, session);
        PortalAnswer digest = await _proxied.Call("POST", "https://contoso-admin.sharepoint.com/_api/contextinfo", session, r => r.Content = new StringContent(""));

        read.Decision.Should().Be("synthesis/served");
        digest.Text.Should().Contain("FormDigestValue");
        JsonNode exchange = await _server.Control($"exchanges/{digest.Headers["x-harness-exchange"]}");
        ((string)exchange["request"]!["host"]!).Should().Be("contoso-admin.sharepoint.com");
    }

    [Test]
    public async Task HTTP_2_is_agreed_on_inside_the_tunnel()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Tenants) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using HttpResponseMessage answer = await _proxied.Client.SendAsync(request);

        answer.Version.Should().Be(HttpVersion.Version20);
        answer.Headers.GetValues("x-harness-decision").Should().Equal("access/cookie-missing");
    }

    [Test]
    public async Task Many_clients_have_their_tunnels_at_once()
    {
        PortalSession session = await _server.Session("sharepoint-admin");

        PortalAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(async _ =>
        {
            using var other = new ProxiedClient(_server, _data.Path);
            return await other.Call("GET", Tenants, session);
        }));

        answers.Should().OnlyContain(a => a.Decision == "synthesis/served");
    }

    [Test]
    public async Task Plain_HTTP_to_a_mocked_host_needs_no_tunnel() =>
        (await _proxied.Call("GET", "http://contoso-admin.sharepoint.com/_api/TenantAdminEndpoints")).Decision.Should().Be("access/cookie-missing");

    [Test]
    public async Task The_servers_own_pages_are_reached_through_its_proxy_as_well()
    {
        (await _proxied.Call("GET", new Uri(_server.Server.Http, "/__harness/health").ToString())).Status.Should().Be(200);
        (await _proxied.Call("GET", new Uri(_server.Server.Http, "/contoso-admin.sharepoint.com/_api/TenantAdminEndpoints").ToString())).Decision.Should().Be("access/cookie-missing");
    }

    [TestCase("http://nobody.example/")]
    [TestCase("http://localhost:1/__harness/health")]
    [TestCase("http://nobody.example/contoso-admin.sharepoint.com/_api/TenantAdminEndpoints")]
    public async Task A_plain_request_to_any_other_host_is_refused_and_not_taken_for_the_mocks_own(string url)
    {
        PortalAnswer answer = await _proxied.Call("GET", url);

        answer.Status.Should().Be(403);
        answer.ContentType.Should().Be("application/problem+json");
        answer.Text.Should().Contain("NO_PROXY");
    }

    [TestCase("nobody.example:443", 403, "host-refused")]
    [TestCase("security.microsoft.com.example:443", 403, "host-refused")]
    [TestCase("127.0.0.1:22", 403, "host-refused")]
    [TestCase("[::1]:443", 403, "host-refused")]
    [TestCase("security.microsoft.com:80", 403, "port-refused")]
    [TestCase("security.microsoft.com.:8443", 403, "port-refused")]
    [TestCase("security.microsoft.com", 400, "connect-malformed")]
    [TestCase("security.microsoft.com:0", 400, "connect-malformed")]
    [TestCase("security.microsoft.com:70000", 400, "connect-malformed")]
    [TestCase("https://security.microsoft.com:443/", 400, "connect-malformed")]
    [TestCase(":443", 400, "connect-malformed")]
    [TestCase("a b:443", 400, "connect-malformed")]
    public async Task A_tunnel_to_anywhere_else_is_refused_in_words(string authority, int status, string kind)
    {
        RawAnswer answer = await RawSocket.Send(_server.Server.Proxy!, $"CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n\r\n");

        answer.Status.Should().Be(status);
        answer.Header("Content-Type").Should().StartWith("application/problem+json");
        answer.ContentLength.Should().Be(answer.Body.Length);
        ((string)JsonNode.Parse(answer.Body)!["type"]!).Should().Be($"urn:harness:problem:{kind}");
    }

    [Test]
    public async Task Headers_that_do_not_end_are_not_read_for_ever()
    {
        string endless = $"CONNECT security.microsoft.com:443 HTTP/1.1\r\n{string.Concat(Enumerable.Repeat("X-More: and more\r\n", 2 * ProxyHeadReader.MostBytes / 18))}";

        (await RawSocket.Send(_server.Server.Proxy!, endless)).Status.Should().Be(431);
    }

    [TestCase("")]
    [TestCase("CON")]
    [TestCase("CONNECT security.microsoft.com:443 HTTP/1.1\r\n")]
    [TestCase("\0\0\0\0")]
    public async Task A_client_that_hangs_up_early_is_answered_nothing_or_that_it_was_not_understood(string start) =>
        (await RawSocket.Send(_server.Server.Proxy!, Encoding.Latin1.GetBytes(start), hangUp: true)).Status.Should().BeOneOf(0, 400);

    [TestCase("localhost", "/__harness/health")]
    [TestCase("nobody.example", "/contoso-admin.sharepoint.com/_api/TenantAdminEndpoints")]
    public async Task A_tunnel_leads_to_mocked_hosts_only_whatever_its_requests_say(string host, string path)
    {
        RawAnswer answer = await _proxied.Send("contoso-admin.sharepoint.com", $"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");

        answer.Status.Should().Be(403);
        answer.Decision.Should().BeEmpty();
    }

    [Test]
    public async Task A_client_that_does_not_trust_the_authority_gets_no_answer()
    {
        using var strict = new HttpClient(new SocketsHttpHandler { Proxy = new WebProxy(_server.Server.Proxy) });

        Func<Task> call = () => strict.GetAsync(new Uri(Tenants));

        (await call.Should().ThrowAsync<HttpRequestException>()).Which.HttpRequestError.Should().Be(HttpRequestError.SecureConnectionError);
    }

    [Test]
    public async Task Silent_clients_and_open_tunnels_do_not_hold_a_stopping_server_up()
    {
        using var data = new TemporaryFolder();
        RunningServer server = await RunningServer.Start(o => o with { ProxyPort = 0, Data = data.Path });
        using var proxied = new ProxiedClient(server, data.Path);
        await proxied.Call("GET", Tenants);
        using var silent = new TcpClient();
        await silent.ConnectAsync(IPAddress.Loopback, server.Server.Proxy!.Port);
        using var half = new TcpClient();
        await half.ConnectAsync(IPAddress.Loopback, server.Server.Proxy!.Port);
        await half.GetStream().WriteAsync("CONNECT security.microsoft.com:443 HTTP/1.1\r\n"u8.ToArray());

        // The web server gives open connections half a minute.
        await server.Server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(15));

        (await silent.GetStream().ReadAsync(new byte[1])).Should().Be(0);
        await server.DisposeAsync();
    }
}
