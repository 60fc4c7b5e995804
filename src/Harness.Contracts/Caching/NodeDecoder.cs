using Harness.Contracts.Yaml;

namespace Harness.Contracts.Caching;

/// <summary>Reads the table of YAML nodes.</summary>
internal sealed class NodeDecoder(CacheCursor cursor)
{
    private LocatedNode[] _table = [];

    public LocatedNode Next() => CacheCursor.At(_table, cursor.Int());

    public void ReadTable()
    {
        _table = new LocatedNode[cursor.Count()];
        for (int i = 0; i < _table.Length; i++)
        {
            _table[i] = Read(i);
        }
    }

    private LocatedNode Read(int number)
    {
        var kind = (YamlKind)cursor.Int();
        string value = cursor.RequiredText();
        int line = cursor.Int();
        int column = cursor.Int();
        LocatedNode[] items = cursor.List(() => Child(number));
        var entries = new KeyValuePair<string, LocatedNode>[cursor.Count()];
        var keys = new KeyPosition[entries.Length];
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = new(cursor.RequiredText(), Child(number));
            keys[i] = new(cursor.Int(), cursor.Int());
        }

        return new LocatedNode { Kind = kind, Value = value, Line = line, Column = column, Items = items, Entries = entries, KeyPositions = keys };
    }

    private LocatedNode Child(int parent)
    {
        int child = cursor.Int();
        return child >= 0 && child < parent ? _table[child] : throw new InvalidDataException("A node comes before its child.");
    }
}
