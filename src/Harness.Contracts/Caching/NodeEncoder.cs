using Harness.Contracts.Yaml;

namespace Harness.Contracts.Caching;

/// <summary>Writes YAML nodes as a table, children before their parents; what an alias shares is written once.</summary>
internal sealed class NodeEncoder(CacheSection section)
{
    private readonly ReferenceTable<LocatedNode> _table = new();

    public int Count => _table.Count;

    public int NumberOf(LocatedNode node)
    {
        if (_table.TryGet(node, out int known))
        {
            return known;
        }

        int[] items = [.. node.Items.Select(NumberOf)];
        int[] values = [.. node.Entries.Select(e => NumberOf(e.Value))];
        section.Int((int)node.Kind);
        section.Text(node.Value);
        section.Int(node.Line);
        section.Int(node.Column);
        section.List(items, section.Int);
        section.Int(values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            section.Text(node.Entries[i].Key);
            section.Int(values[i]);
            section.Int(node.KeyPositions[i].Line);
            section.Int(node.KeyPositions[i].Column);
        }

        return _table.Add(node);
    }
}
