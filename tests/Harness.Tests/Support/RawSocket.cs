using System.Net.Sockets;
using System.Text;

namespace Harness.Tests.Support;

/// <summary>Sends bytes as they are, because an HTTP client would tidy them up first.</summary>
internal static class RawSocket
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Task<RawAnswer> Send(Uri server, string request) => Send(server, Encoding.UTF8.GetBytes(request));

    /// <summary>Reads until the server closes the connection, so a sound request must ask it to.</summary>
    /// <param name="hangUp">Closes this side after sending, for requests that never come to their end.</param>
    public static async Task<RawAnswer> Send(Uri server, byte[] request, bool hangUp = false)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, patience.Token);
        NetworkStream stream = client.GetStream();
        using var received = new MemoryStream();
        try
        {
            await stream.WriteAsync(request, patience.Token);
            if (hangUp)
            {
                client.Client.Shutdown(SocketShutdown.Send);
            }

            await stream.CopyToAsync(received, patience.Token);
        }
        catch (IOException)
        {
            // The server may refuse a request before all of it is sent, and resets the connection then; what it said before counts.
        }

        return RawAnswer.Parse(received.ToArray());
    }
}
