using System.Net;
using System.Net.Sockets;
using Harness.Contracts.Routing;
using Harness.Mock.Trust;
using Microsoft.AspNetCore.Connections;

namespace Harness.Mock.Proxy;

/// <summary>Tunnels to hosts that nobody mocks, unread. Only what is known to be no portal of ours gets out.</summary>
internal sealed class PassThrough(TimeProvider time)
{
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(10);
    private static readonly byte[] Established = "HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray();

    // Of every family that ships, served or not: a client must not reach a real portal because a family was left out.
    private readonly Lazy<Addressing> _portals = new(() => new Addressing(TrustedHosts.With([])));

    public async Task Run(ConnectionContext client, ProxyTarget target, CancellationToken closing)
    {
        if (_portals.Value.IsDeclared(target.Host))
        {
            await ProxyRefusal.Protected(target.Host).Write(client);
            return;
        }

        using Socket? server = await Connect(target, closing);
        if (server is null)
        {
            await ProxyRefusal.Unreachable(target).Write(client);
            return;
        }

        await client.Transport.Output.WriteAsync(Established, closing);
        await new Tunnel(client.Transport, server, time).Run(closing);
    }

    private async Task<Socket?> Connect(ProxyTarget target, CancellationToken closing)
    {
        using var patience = new CancellationTokenSource(ConnectPatience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, closing);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            IPAddress[] addresses = await PublicAddresses.Find(target.Host, either.Token);
            if (addresses.Length > 0)
            {
                await socket.ConnectAsync(addresses, target.Port, either.Token);
                return socket;
            }
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            // Said to the client as unreachable.
        }

        socket.Dispose();
        return null;
    }
}
