using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;

namespace Harness.Mock.ActivityFeed.Webhooks;

/// <summary>The only way out of the server, and it leads to this machine alone: whatever a name resolves to, nothing but loopback is connected to.</summary>
internal sealed class LoopbackClient : IDisposable
{
    private readonly HttpClient _client;
    private readonly TimeSpan _timeout;

    public LoopbackClient(TimeSpan timeout)
    {
        _timeout = timeout;
        _client = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ConnectCallback = Connect,
            MaxResponseHeadersLength = 16,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            SslOptions = new SslClientAuthenticationOptions
            {
                // A listener under test signs its own certificate, and nothing that leaves this machine is protected by it.
#pragma warning disable MA0039, CA5359
                RemoteCertificateValidationCallback = (_, _, _, _) => true,
#pragma warning restore MA0039, CA5359
            },
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Whether a host is this machine, by everything its name resolves to.</summary>
    public async Task<bool> IsLoopback(Uri address, CancellationToken cancelled)
    {
        using var bound = Bound(cancelled);
        try
        {
            return (await Resolve(address.DnsSafeHost, bound.Token)).Length > 0;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>The status that came back; null when nobody answered in time, or the host is not this machine.</summary>
    public async Task<int?> Post(Uri address, IEnumerable<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> json, CancellationToken cancelled)
    {
        using var bound = Bound(cancelled);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(json) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        foreach (KeyValuePair<string, string> header in headers)
        {
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        try
        {
            // The body of the answer says nothing and is not read.
            using HttpResponseMessage answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, bound.Token);
            return (int)answer.StatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IOException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }

    public void Dispose() => _client.Dispose();

    private CancellationTokenSource Bound(CancellationToken cancelled)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        source.CancelAfter(_timeout);
        return source;
    }

    // Connects to the very addresses that were checked: a name that resolves otherwise a moment later changes nothing.
    private static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancelled)
    {
        IPAddress[] addresses = await Resolve(context.DnsEndPoint.Host, cancelled);
        if (addresses.Length == 0)
        {
            throw new HttpRequestException($"{context.DnsEndPoint.Host} is not this machine.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancelled);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Empty when one of the addresses is another machine's.
    private static async Task<IPAddress[]> Resolve(string host, CancellationToken cancelled)
    {
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
        {
            return [IPAddress.Loopback, IPAddress.IPv6Loopback];
        }

        try
        {
            IPAddress[] addresses = IPAddress.TryParse(host, out IPAddress? literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancelled);
            return Array.TrueForAll(addresses, a => IPAddress.IsLoopback(a.IsIPv4MappedToIPv6 ? a.MapToIPv4() : a)) ? addresses : [];
        }
        catch (Exception exception) when (exception is SocketException or ArgumentException)
        {
            return [];
        }
    }
}
