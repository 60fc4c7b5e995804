using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Harness.Tests.Support;

/// <summary>Stands between a client and a server and writes down every byte that the client sends, whatever it is.</summary>
internal sealed class RecordingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<MemoryStream> _recordings = [];
    private readonly IPEndPoint? _upstream;
    private readonly string _answer;
    private readonly Task _accepting;

    private RecordingProxy(IPEndPoint? upstream, string answer)
    {
        _upstream = upstream;
        _answer = answer;
        _listener.Start();
        _accepting = Accept();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public static RecordingProxy To(Uri server) => new(new IPEndPoint(IPAddress.Loopback, server.Port), "");

    /// <summary>Answers everything by itself.</summary>
    /// <param name="answer">The whole answer, head and body.</param>
    public static RecordingProxy Answering(string answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}") => new(null, answer);

    /// <summary>Everything that came, in no order.</summary>
    public IReadOnlyList<SentRequest> Requests => [.. _recordings.SelectMany(r =>
    {
        lock (r)
        {
            return Parse(r.ToArray());
        }
    })];

    public IReadOnlyList<SentRequest> Probes => [.. Requests.Where(r => !r.IsControl)];

    public long Bytes => _recordings.Sum(r => r.Length);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await Task.WhenAny(_accepting);
        _stop.Dispose();
    }

    private async Task Accept()
    {
        while (!_stop.IsCancellationRequested)
        {
            TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
            _ = Serve(client);
        }
    }

    private async Task Serve(TcpClient client)
    {
        var recording = new MemoryStream();
        _recordings.Add(recording);
        using (client)
        using (TcpClient upstream = new())
        {
            try
            {
                client.NoDelay = true;
                Task back = Task.CompletedTask;
                if (_upstream is not null)
                {
                    await upstream.ConnectAsync(_upstream, _stop.Token);
                    upstream.NoDelay = true;
                    back = upstream.GetStream().CopyToAsync(client.GetStream(), _stop.Token);
                }

                await Pump(client.GetStream(), upstream, recording);
                await Task.WhenAny(back);
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
            {
                // The client hung up, which is its right.
            }
        }
    }

    private async Task Pump(NetworkStream client, TcpClient upstream, MemoryStream recording)
    {
        byte[] buffer = new byte[64 * 1024];
        for (int read = await client.ReadAsync(buffer, _stop.Token); read > 0; read = await client.ReadAsync(buffer, _stop.Token))
        {
            lock (recording)
            {
                recording.Write(buffer, 0, read);
            }

            if (_upstream is not null)
            {
                await upstream.GetStream().WriteAsync(buffer.AsMemory(0, read), _stop.Token);
            }
            else if (buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8) >= 0)
            {
                await client.WriteAsync(Encoding.UTF8.GetBytes(_answer), _stop.Token);
            }
        }
    }

    private static List<SentRequest> Parse(byte[] bytes)
    {
        var requests = new List<SentRequest>();
        int at = 0;
        while (at < bytes.Length)
        {
            int end = bytes.AsSpan(at).IndexOf("\r\n\r\n"u8);
            string head = Encoding.Latin1.GetString(bytes, at, end < 0 ? bytes.Length - at : end);
            string[] lines = head.Split("\r\n");
            string? length = lines.FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
            int body = length is null ? 0 : int.Parse(length.AsSpan("Content-Length:".Length), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
            requests.Add(new SentRequest(lines[0], lines[1..], body));
            at = end < 0 ? bytes.Length : at + end + 4 + body;
        }

        return requests;
    }
}
