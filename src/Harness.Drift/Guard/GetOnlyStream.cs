namespace Harness.Drift.Guard;

/// <summary>The last layer: what is written to a connection is held back until it is the whole head of a GET or HEAD, and nothing follows it.</summary>
internal sealed class GetOnlyStream(Stream connection, HeadCheck check) : Stream
{
    private const int LongestHead = 128 * 1024;

    private byte[] _held = [];
    private int _count;

    public override bool CanRead => connection.CanRead;

    public override bool CanWrite => connection.CanWrite;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ReadOnlyMemory<byte> heads = Admit(buffer);
        return heads.IsEmpty ? ValueTask.CompletedTask : connection.WriteAsync(heads, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ReadOnlyMemory<byte> heads = Admit(buffer.ToArray());
        connection.Write(heads.Span);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => connection.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        connection.ReadAsync(buffer, offset, count, cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => connection.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => connection.Read(buffer);

    public override void Flush() => connection.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => connection.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            connection.Dispose();
        }

        base.Dispose(disposing);
    }

    // The usual case, a head in one piece, is checked where it lies and not copied.
    private ReadOnlyMemory<byte> Admit(ReadOnlyMemory<byte> written)
    {
        if (_count == 0 && Heads(written.Span) == written.Length)
        {
            return written;
        }

        Hold(written.Span);
        int whole = Heads(_held.AsSpan(0, _count));
        if (whole < _count)
        {
            // Part of a head: the rest is still to come, and what is there must at least begin like one.
            RefuseUnlikely(_held.AsSpan(whole, _count - whole));
        }

        if (whole == 0)
        {
            return default;
        }

        byte[] heads = _held.AsSpan(0, whole).ToArray();
        _held.AsSpan(whole, _count - whole).CopyTo(_held);
        _count -= whole;
        return heads;
    }

    /// <summary>How many bytes are whole heads, each of them checked.</summary>
    private int Heads(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        while (at < bytes.Length)
        {
            int end = bytes[at..].IndexOf("\r\n\r\n"u8);
            if (end < 0)
            {
                return at;
            }

            if (check.Mistake(bytes.Slice(at, end + 4)) is { } mistake)
            {
                throw new GuardViolationException($"a request was stopped at the connection: {mistake}");
            }

            at += end + 4;
        }

        return at;
    }

    private void Hold(ReadOnlySpan<byte> bytes)
    {
        if (_count + bytes.Length > LongestHead)
        {
            throw new GuardViolationException("a request was stopped at the connection: its head has no end");
        }

        if (_held.Length < _count + bytes.Length)
        {
            Array.Resize(ref _held, Math.Max(4096, (_count + bytes.Length) * 2));
        }

        bytes.CopyTo(_held.AsSpan(_count));
        _count += bytes.Length;
    }

    private static void RefuseUnlikely(ReadOnlySpan<byte> begun)
    {
        ReadOnlySpan<byte> first = begun[..Math.Min(begun.Length, 5)];
        if (!"GET /"u8.StartsWith(first) && !"HEAD /"u8.StartsWith(first))
        {
            throw new GuardViolationException("a request was stopped at the connection: it does not begin with GET or HEAD");
        }
    }
}
