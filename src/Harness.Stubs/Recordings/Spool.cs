namespace Harness.Stubs.Recordings;

/// <summary>A file without a name for what is too much to hold; it is gone with the process, however that ends.</summary>
public sealed class Spool : IDisposable
{
    private readonly FileStream _file;

    public Spool()
    {
        string path = Path.Combine(Path.GetTempPath(), $"harness-{Path.GetRandomFileName()}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, BufferSize = 0, Options = FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            options.Options = FileOptions.None;
        }

        _file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path);
        }
    }

    /// <summary>How much was written so far: where the next bytes will lie.</summary>
    public long Length { get; private set; }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        RandomAccess.Write(_file.SafeFileHandle, bytes, Length);
        Length += bytes.Length;
    }

    public byte[] Read(long start, int length)
    {
        byte[] bytes = new byte[length];
        Fill(bytes, start);
        return bytes;
    }

    public void CopyTo(Stream target, long start, long length)
    {
        byte[] buffer = new byte[64 * 1024];
        for (long done = 0; done < length;)
        {
            Span<byte> piece = buffer.AsSpan(0, (int)Math.Min(buffer.Length, length - done));
            Fill(piece, start + done);
            target.Write(piece);
            done += piece.Length;
        }
    }

    public void Dispose() => _file.Dispose();

    private void Fill(Span<byte> bytes, long start)
    {
        for (int done = 0; done < bytes.Length;)
        {
            int read = RandomAccess.Read(_file.SafeFileHandle, bytes[done..], start + done);
            done += read > 0 ? read : throw new EndOfStreamException("The spool is shorter than what was written to it.");
        }
    }
}
