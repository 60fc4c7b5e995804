using System.Collections.Frozen;
using System.Net;
using System.Net.Sockets;

namespace Harness.Drift.Guard;

/// <summary>Builds the only pipe that leads out: no redirects, no cookie container, no proxy, HTTP/1.1, and a guard at both ends and on the connection.</summary>
// The one file besides the mock's control API that may name a client; a test counts them.
#pragma warning disable RS0030
internal static class GuardedTransport
{
    /// <param name="hosts">What a Host header may say.</param>
    /// <param name="mayBeLocal">The target file names a gateway, which may stand on this machine.</param>
    public static HttpMessageInvoker Create(FrozenSet<string> headers, FrozenSet<string> hosts, bool mayBeLocal, GuardSettings settings, GuardLayers layers)
    {
        var check = new HeadCheck(headers, hosts);
        HttpMessageHandler handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            Credentials = null,
            PreAuthenticate = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            MaxConnectionsPerServer = int.MaxValue,
            MaxResponseHeadersLength = 128,
            ConnectTimeout = settings.Timeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            EnableMultipleHttp2Connections = false,
            ConnectCallback = (context, cancelled) => Connect(context.DnsEndPoint, mayBeLocal, cancelled),
            PlaintextStreamFilter = (context, _) => ValueTask.FromResult(layers.Bytes ? new GetOnlyStream(context.PlaintextStream, check) : context.PlaintextStream),
        };
        if (layers.Handlers)
        {
            handler = new GetOnlyHandler(headers) { InnerHandler = new GetOnlyHandler(headers) { InnerHandler = handler } };
        }

        return new HttpMessageInvoker(handler, disposeHandler: true);
    }

    // Resolved once and connected to what was looked at: a name that changes its address in between gets nowhere.
    private static async ValueTask<Stream> Connect(DnsEndPoint wanted, bool mayBeLocal, CancellationToken cancelled)
    {
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(wanted.Host, cancelled);
        IPAddress[] good = mayBeLocal ? addresses : Array.FindAll(addresses, PublicAddress.Is);
        if (good.Length == 0)
        {
            throw new GuardViolationException("a portal's name leads to an address that no portal has");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(good, wanted.Port, cancelled);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
#pragma warning restore RS0030
