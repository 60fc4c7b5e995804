using System.Text.Json;
using System.Text.Json.Nodes;

namespace Harness.Stubs.Har;

/// <summary>A HAR that never touches a disk: what was captured, before it is sanitized.</summary>
public sealed class HarInMemory(string name) : HarPackage
{
    private readonly Lock _lock = new();
    private readonly List<byte[]> _entries = [];

    public override string Name => name;

    public override long Length
    {
        get
        {
            lock (_lock)
            {
                return _entries.Sum(e => (long)e.Length + 1);
            }
        }
    }

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count;
            }
        }
    }

    public void Add(JsonObject entry)
    {
        byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(entry);
        lock (_lock)
        {
            _entries.Add(bytes);
        }
    }

    public override byte[]? SideFile(string name) => null;

    protected override Stream Open()
    {
        var stream = new MemoryStream();
        stream.Write("{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"harness\",\"version\":\"1\"},\"entries\":["u8);
        lock (_lock)
        {
            for (int i = 0; i < _entries.Count; i++)
            {
                stream.Write(i == 0 ? ""u8 : ","u8);
                stream.Write(_entries[i]);
            }
        }

        stream.Write("]}}"u8);
        stream.Position = 0;
        return stream;
    }
}
