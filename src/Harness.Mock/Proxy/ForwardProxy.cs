using System.Net;
using Harness.Contracts.Routing;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Harness.Mock.Proxy;

/// <summary>The forward proxy: clients that have HTTPS_PROXY set reach the mocked portals under their real addresses, unchanged otherwise.</summary>
/// <remarks>It is one more listener of the web server: what CONNECT names is answered here, TLS and requests by the same parts as on the other ports.</remarks>
internal sealed class ForwardProxy(MockServerOptions options, Func<MockPortals> portals)
{
    private const int HttpsPort = 443;

    private static readonly byte[] Established = "HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray();

    private readonly ProxyHeadReader _heads = new(options.TimeProvider);
    private readonly PassThrough? _passThrough = options.ProxyPassThrough ? new PassThrough(options.TimeProvider) : null;
    private ListenOptions? _listener;
    private ConnectionDelegate? _web;
    private ProxyRequests? _requests;

    /// <summary>Known once the server has started.</summary>
    public Uri? Address => _listener?.IPEndPoint is { } bound ? new Uri($"http://{bound}") : null;

    public void Listen(KestrelServerOptions kestrel, IPAddress address, int port) => kestrel.Listen(address, port, listener =>
    {
        _listener = listener;

        // From the outside in: who reads CONNECT, then TLS, then what both kinds of connection come to.
        listener.Use(secure => connection => Accept(connection, secure));
        listener.UseHttps(https => https.ServerCertificateSelector = (connection, name) => portals().Certificates.For(name is { Length: > 0 } ? name : HostOf(connection)));
        listener.Use(web => _web = web);
    });

    /// <summary>What stands before the requests of the whole server; those that did not come through the proxy it lets by.</summary>
    public RequestDelegate Guard(RequestDelegate handle)
    {
        _requests = new ProxyRequests(portals().Addressing, handle);
        return _requests.Handle;
    }

    public void Started(int ownPort) => _requests!.OwnPort = ownPort;

    private static string? HostOf(ConnectionContext? connection) => connection?.Features.Get<ProxiedConnection>()?.Host;

    // A client that has said all it will say counts as closed, though it waits for an answer: only the server's own stopping ends things here.
    private async Task Accept(ConnectionContext connection, ConnectionDelegate secure)
    {
        CancellationToken closing = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? CancellationToken.None;
        ProxyHead head = await _heads.Read(connection, closing);
        switch (head.Kind)
        {
            case ProxyHeadKind.Request:
                connection.Features.Set(new ProxiedConnection(null));
                await _web!(connection);
                break;
            case ProxyHeadKind.Connect when IsMocked(head.Target!.Host):
                await Serve(connection, head.Target, secure);
                break;
            case ProxyHeadKind.Connect when _passThrough is not null:
                await _passThrough.Run(connection, head.Target!, closing);
                break;
            default:
                await (Refusal(head)?.Write(connection) ?? Task.CompletedTask);
                break;
        }
    }

    private bool IsMocked(string host) => portals().Addressing.Parse(host, "/").Form != AddressForm.Own;

    private static async Task Serve(ConnectionContext connection, ProxyTarget target, ConnectionDelegate secure)
    {
        if (target.Port != HttpsPort)
        {
            await ProxyRefusal.Port(target).Write(connection);
            return;
        }

        connection.Features.Set(new ProxiedConnection(target.Host));
        await connection.Transport.Output.WriteAsync(Established, CancellationToken.None);
        await secure(connection);
    }

    private static ProxyRefusal? Refusal(ProxyHead head) => head.Kind switch
    {
        ProxyHeadKind.Connect => ProxyRefusal.Undeclared(head.Target!.Host),
        ProxyHeadKind.Malformed => ProxyRefusal.Malformed,
        ProxyHeadKind.TooLong => ProxyRefusal.TooLong,
        ProxyHeadKind.TooSlow => ProxyRefusal.TooSlow,
        _ => null,
    };
}
