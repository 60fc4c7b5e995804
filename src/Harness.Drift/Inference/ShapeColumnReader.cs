using System.Text;
using System.Text.Json;

namespace Harness.Drift.Inference;

/// <summary>Reads what <see cref="ShapeColumnWriter"/> wrote.</summary>
internal sealed class ShapeColumnReader(int runs)
{
    private static readonly Dictionary<string, Tally> ByName = Enum.GetValues<Tally>().ToDictionary(Tallies.NameOf, StringComparer.Ordinal);

    public ShapeNode[] Node(JsonElement element, long[] expected)
    {
        ShapeNode[] nodes = [.. Enumerable.Range(0, runs).Select(_ => new ShapeNode())];
        long[] occurrences = element.TryGetProperty("n", out JsonElement own) ? Column(own, expected) : expected;
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (ByName.TryGetValue(property.Name, out Tally tally))
            {
                Each(nodes, Column(property.Value, occurrences), (node, count) => node.Add(tally, count));
            }
        }

        if (element.TryGetProperty("collapsed", out JsonElement collapsed))
        {
            Each(nodes, Column(collapsed, occurrences), (node, flag) => CollapseIf(node, flag));
        }

        Words(element, nodes);
        Variants(element, nodes);
        Child(element, "items", nodes, n => n.ReachItems());
        Child(element, "map", nodes, n => n.ReachMapValues());
        Members(element, nodes);
        return nodes;
    }

    private static void Each(ShapeNode[] nodes, long[] counts, Action<ShapeNode, long> act)
    {
        for (int run = 0; run < nodes.Length; run++)
        {
            act(nodes[run], counts[run]);
        }
    }

    private static void CollapseIf(ShapeNode node, long flag)
    {
        if (flag > 0)
        {
            node.Collapse();
        }
    }

    private long[] Column(JsonElement element, long[] equal)
    {
        string text = element.GetString() ?? "";
        return text == "=" ? equal : CountColumn.Decode(text, runs);
    }

    private void Child(JsonElement element, string member, ShapeNode[] nodes, Func<ShapeNode, ShapeNode> reach)
    {
        if (element.TryGetProperty(member, out JsonElement child))
        {
            Attach(nodes, Node(child, new long[runs]), reach);
        }
    }

    private void Members(JsonElement element, ShapeNode[] nodes)
    {
        if (!element.TryGetProperty("members", out JsonElement members))
        {
            return;
        }

        long[] objects = [.. nodes.Select(n => n[Tally.Object])];
        foreach (JsonProperty member in members.EnumerateObject())
        {
            Attach(nodes, Node(member.Value, objects), n => n.ReachMember(member.Name));
        }
    }

    // A place that a run never saw does not exist in that run's shape.
    private static void Attach(ShapeNode[] parents, ShapeNode[] children, Func<ShapeNode, ShapeNode> reach)
    {
        for (int run = 0; run < parents.Length; run++)
        {
            if (children[run].Occurrences > 0)
            {
                reach(parents[run]).Absorb(children[run]);
            }
        }
    }

    private void Words(JsonElement element, ShapeNode[] nodes)
    {
        if (element.TryGetProperty("words", out JsonElement words))
        {
            foreach (JsonProperty word in words.EnumerateObject())
            {
                byte[] utf8 = Encoding.UTF8.GetBytes(word.Name);
                Each(nodes, Column(word.Value, new long[runs]), (node, count) => AddWord(node, utf8, count));
            }
        }

        if (element.TryGetProperty("untold", out JsonElement untold))
        {
            Each(nodes, Column(untold, new long[runs]), (node, count) => Untold(node, count));
        }

        // Texts that no word accounts for were free text.
        foreach (ShapeNode node in nodes.Where(n => n.Literals.Total != n[Tally.String] - n[Tally.EmptyText]))
        {
            node.CloseLiterals();
        }
    }

    private static void Untold(ShapeNode node, long count)
    {
        if (count > 0)
        {
            node.ReachLiterals().AddUntold(count);
        }
    }

    private static void AddWord(ShapeNode node, byte[] utf8, long count)
    {
        if (count > 0)
        {
            node.ReachLiterals().Add(utf8, count);
        }
    }

    private void Variants(JsonElement element, ShapeNode[] nodes)
    {
        if (!element.TryGetProperty("variants", out JsonElement variants))
        {
            return;
        }

        long[] none = new long[runs];
        long[] ranks = Column(variants.GetProperty("rank"), none);
        long[] closed = variants.TryGetProperty("closed", out JsonElement flags) ? Column(flags, none) : none;
        long[] untold = variants.TryGetProperty("untold", out JsonElement left) ? Column(left, none) : none;
        for (int run = 0; run < runs; run++)
        {
            if (ranks[run] > 0 && !nodes[run].IsCollapsed)
            {
                nodes[run].ReachVariants().Restore((int)ranks[run] - 1, closed[run] > 0, untold[run]);
            }
        }

        foreach (JsonProperty kind in variants.GetProperty("kinds").EnumerateObject())
        {
            Variant(kind, ranks, nodes);
        }
    }

    private void Variant(JsonProperty kind, long[] ranks, ShapeNode[] nodes)
    {
        long[] objects = Column(kind.Value.GetProperty("n"), []);
        JsonProperty[] members = [.. kind.Value.GetProperty("members").EnumerateObject()];
        long[][] counts = [.. members.Select(m => Column(m.Value, objects))];
        for (int run = 0; run < runs; run++)
        {
            if (objects[run] == 0 || nodes[run].ReachVariants().Reach((int)ranks[run] - 1, kind.Name) is not { } variant)
            {
                continue;
            }

            variant.Objects += objects[run];
            for (int member = 0; member < members.Length; member++)
            {
                if (counts[member][run] > 0)
                {
                    variant.Add(members[member].Name, counts[member][run]);
                }
            }
        }
    }
}
