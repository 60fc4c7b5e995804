using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Connections;

namespace Harness.Mock.Proxy;

/// <summary>Looks at how a connection begins, and takes a CONNECT off it. Everything else is left as it came.</summary>
internal sealed class ProxyHeadReader(TimeProvider time)
{
    /// <summary>More than the headers of any CONNECT; they are not read beyond it.</summary>
    public const int MostBytes = 16 * 1024;

    // Browsers open connections ahead of need, so an idle one is no fault; it is closed all the same.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly byte[] Verb = "CONNECT "u8.ToArray();
    private static readonly byte[] End = "\r\n\r\n"u8.ToArray();

    public async Task<ProxyHead> Read(ConnectionContext connection, CancellationToken ended)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ended);
        PipeReader input = connection.Transport.Input;
        try
        {
            while (true)
            {
                ReadResult read = await input.ReadAsync(either.Token);
                if (Examine(input, read) is { } head)
                {
                    return head;
                }
            }
        }
        catch (OperationCanceledException)
        {
            return new ProxyHead(patience.IsCancellationRequested && !ended.IsCancellationRequested ? ProxyHeadKind.TooSlow : ProxyHeadKind.Gone);
        }
        catch (IOException)
        {
            return new ProxyHead(ProxyHeadKind.Gone);
        }
    }

    // Null while more is needed.
    private static ProxyHead? Examine(PipeReader input, ReadResult read)
    {
        ReadOnlySequence<byte> buffer = read.Buffer;
        if (!CanBeConnect(buffer))
        {
            // Neither consumed nor examined: the web server sees it from its first byte, without waiting for more.
            input.AdvanceTo(buffer.Start, buffer.Start);
            return new ProxyHead(ProxyHeadKind.Request);
        }

        var reader = new SequenceReader<byte>(buffer);
        if (reader.TryReadTo(out ReadOnlySequence<byte> text, End) && text.Length <= MostBytes)
        {
            ProxyTarget? target = ParseTarget(Encoding.Latin1.GetString(text));
            input.AdvanceTo(reader.Position);
            return target is null ? new ProxyHead(ProxyHeadKind.Malformed) : new ProxyHead(ProxyHeadKind.Connect, target);
        }

        bool isTooLong = buffer.Length > MostBytes;
        input.AdvanceTo(buffer.Start, buffer.End);
        return isTooLong ? new ProxyHead(ProxyHeadKind.TooLong) : read.IsCompleted ? new ProxyHead(ProxyHeadKind.Gone) : null;
    }

    private static bool CanBeConnect(ReadOnlySequence<byte> buffer)
    {
        int length = (int)Math.Min(buffer.Length, Verb.Length);
        Span<byte> start = stackalloc byte[length];
        buffer.Slice(0, length).CopyTo(start);
        return start.SequenceEqual(Verb.AsSpan(0, length));
    }

    private static ProxyTarget? ParseTarget(string head)
    {
        int line = head.IndexOf("\r\n", StringComparison.Ordinal);
        return (line < 0 ? head : head[..line]).Split(' ') is [_, var authority, "HTTP/1.1" or "HTTP/1.0"] ? ProxyTarget.Parse(authority) : null;
    }
}
