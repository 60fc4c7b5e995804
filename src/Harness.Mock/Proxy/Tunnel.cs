using System.IO.Pipelines;
using System.Net.Sockets;

namespace Harness.Mock.Proxy;

/// <summary>Carries bytes both ways between a client and a host until one of them is done.</summary>
internal sealed class Tunnel(IDuplexPipe client, Socket server, TimeProvider time)
{
    // A client that has said its last word may still wait for an answer.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(60);

    public async Task Run(CancellationToken closing)
    {
        using var end = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, closing);
        await using var stream = new NetworkStream(server, ownsSocket: false);
        Task up = Carry(async () =>
        {
            await client.Input.CopyToAsync(stream, either.Token);
            server.Shutdown(SocketShutdown.Send);
            end.CancelAfter(LastWords);
        });
        await Carry(() => stream.CopyToAsync(client.Output, either.Token));
        await end.CancelAsync();
        await up;
    }

    // Either side may hang up at any moment: that is the end of a tunnel, not a fault.
    private static async Task Carry(Func<Task> carry)
    {
        try
        {
            await carry();
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // Nothing is left to carry.
        }
    }
}
