using System.Buffers;

namespace Harness.Stubs.Sanitizing;

/// <summary>A body's clean text, as a string or as the bytes that it was made of.</summary>
internal sealed class CleanText : IDisposable
{
    public static readonly CleanText None = new("", [], default, 0);

    private readonly string _text;
    private readonly byte[] _rented;
    private readonly ReadOnlyMemory<byte> _utf8;

    private CleanText(string text, byte[] rented, ReadOnlyMemory<byte> utf8, int growth)
    {
        _text = text;
        _rented = rented;
        _utf8 = utf8;
        Growth = growth;
    }

    /// <summary>How many bytes more it has than the text had that was given.</summary>
    public int Growth { get; }

    public static CleanText Of(string text, int growth) => new(text, [], default, growth);

    /// <param name="given">From the shared pool, and goes back there.</param>
    /// <param name="clean">Null where the given text stays.</param>
    public static CleanText Of(byte[] given, int length, ArrayBufferWriter<byte>? clean) =>
        new("", given, clean?.WrittenMemory ?? given.AsMemory(0, length), clean is null ? 0 : clean.WrittenCount - length);

    public void WriteTo(EntrySink sink)
    {
        if (_rented.Length > 0)
        {
            sink.Text(_utf8.Span);
        }
        else
        {
            sink.Text(_text);
        }
    }

    public void Dispose()
    {
        if (_rented.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }
    }
}
