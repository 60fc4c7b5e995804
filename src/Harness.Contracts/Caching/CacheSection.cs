namespace Harness.Contracts.Caching;

/// <summary>A part of a cache file being written.</summary>
internal sealed class CacheSection(StringTable strings) : IDisposable
{
    private readonly MemoryStream _stream = new();
    private BinaryWriter? _writer;

    public BinaryWriter Writer => _writer ??= new BinaryWriter(_stream);

    public void Int(int value) => Writer.Write7BitEncodedInt(value);

    public void Bool(bool value) => Writer.Write(value);

    public void Text(string? text) => Int(strings.NumberOf(text));

    public void Texts(IReadOnlyList<string> texts) => List(texts, Text);

    public void List<T>(IReadOnlyList<T> items, Action<T> write)
    {
        Int(items.Count);
        foreach (T item in items)
        {
            write(item);
        }
    }

    public void CopyTo(Stream target)
    {
        Writer.Flush();
        _stream.WriteTo(target);
    }

    public void Dispose() => Writer.Dispose();
}
