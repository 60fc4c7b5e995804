using System.Net;
using System.Net.Sockets;
using System.Text;
using Harness.Contracts;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Proxy;

internal sealed class PassThroughTests() : ServerTests(o => o with { ProxyPort = 0, ProxyPassThrough = true, Families = ["sharepoint-admin"] })
{
    [Test]
    public async Task Bytes_go_both_ways_unread_until_a_side_is_done()
    {
        using var host = new TcpListener(IPAddress.Loopback, 0);
        host.Start();
        int port = ((IPEndPoint)host.LocalEndpoint).Port;
        Task<string> heard = Answer(host);

        RawAnswer answer = await RawSocket.Send(
            Server.Server.Proxy!, Encoding.UTF8.GetBytes($"CONNECT 127.0.0.1:{port} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nGET /__harness/health HTTP/1.1\r\n\r\n"), hangUp: true);

        answer.Status.Should().Be(200);
        Encoding.UTF8.GetString(answer.Body).Should().Be("not HTTP at all");
        (await heard).Should().Be("GET /__harness/health HTTP/1.1\r\n\r\n");
    }

    [Test]
    public async Task An_open_tunnel_does_not_hold_a_stopping_server_up()
    {
        RunningServer server = await RunningServer.Start(o => o with { ProxyPort = 0, ProxyPassThrough = true });
        using var host = new TcpListener(IPAddress.Loopback, 0);
        host.Start();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Server.Proxy!.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"CONNECT localhost:{((IPEndPoint)host.LocalEndpoint).Port} HTTP/1.1\r\n\r\n"));
        using TcpClient reached = await host.AcceptTcpClientAsync();

        // The web server gives open connections half a minute.
        await server.Server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(15));

        (await reached.GetStream().ReadAsync(new byte[1])).Should().Be(0);
        await server.DisposeAsync();
    }

    [TestCase("security.microsoft.com:443", 403, "portal-refused")]
    [TestCase("SECURITY.microsoft.COM.:443", 403, "portal-refused")]
    [TestCase("org1.crm.dynamics.com:443", 403, "portal-refused")]
    [TestCase("169.254.169.254:80", 502, "host-unreachable")]
    [TestCase("[::ffff:10.0.0.1]:443", 502, "host-unreachable")]
    [TestCase("nobody.invalid:443", 502, "host-unreachable")]
    [TestCase("127.0.0.1:1", 502, "host-unreachable")]
    public async Task Real_portals_and_networks_beside_this_machine_are_out_of_reach(string authority, int status, string kind)
    {
        RawAnswer answer = await RawSocket.Send(Server.Server.Proxy!, $"CONNECT {authority} HTTP/1.1\r\n\r\n");

        answer.Status.Should().Be(status);
        Encoding.UTF8.GetString(answer.Body).Should().Contain(kind);
    }

    [Test]
    public async Task What_is_mocked_is_served_and_not_passed_on() =>
        (await RawSocket.Send(Server.Server.Proxy!, "CONNECT contoso-admin.sharepoint.com:80 HTTP/1.1\r\n\r\n")).Status.Should().Be(403);

    [Test]
    public async Task It_is_not_offered_to_a_network()
    {
        Func<Task> start = () => RunningServer.Start(o => o with { Bind = "0.0.0.0", ProxyPort = 0, ProxyPassThrough = true });

        (await start.Should().ThrowAsync<HarnessException>()).Which.Message.Should().Contain("--proxy-pass-through");
    }

    [TestCase("8.8.8.8", true)]
    [TestCase("127.0.0.1", true)]
    [TestCase("::1", true)]
    [TestCase("2606:4700::1111", true)]
    [TestCase("10.1.2.3", false)]
    [TestCase("172.31.255.255", false)]
    [TestCase("172.32.0.1", true)]
    [TestCase("192.168.0.1", false)]
    [TestCase("169.254.169.254", false)]
    [TestCase("100.100.100.200", false)]
    [TestCase("0.0.0.0", false)]
    [TestCase("255.255.255.255", false)]
    [TestCase("224.0.0.1", false)]
    [TestCase("::", false)]
    [TestCase("::ffff:192.168.0.1", false)]
    [TestCase("::ffff:8.8.8.8", true)]
    [TestCase("fe80::1", false)]
    [TestCase("fec0::1", false)]
    [TestCase("fd00::1", false)]
    [TestCase("ff02::1", false)]
    [TestCase("64:ff9b::a9fe:a9fe", false)]
    public void A_tunnel_may_lead_to_the_internet_and_to_this_machine(string address, bool may) =>
        Harness.Mock.Proxy.PublicAddresses.Lets(IPAddress.Parse(address)).Should().Be(may);

    private static async Task<string> Answer(TcpListener host)
    {
        using TcpClient client = await host.AcceptTcpClientAsync();
        NetworkStream stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        string heard = await reader.ReadToEndAsync();
        await stream.WriteAsync("not HTTP at all"u8.ToArray());
        return heard;
    }
}
