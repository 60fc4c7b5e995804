using Harness.Drift.Inference;

namespace Harness.EndToEnd.Tests.Recordings;

/// <summary>A document's shape as lines that a failed test can show: every place with its kinds and formats, and no value.</summary>
internal static class ShapeLines
{
    public static IReadOnlyList<string> Of(byte[] utf8)
    {
        if (ShapeReader.TryRead(utf8) is not { } shape)
        {
            return ["$ no JSON"];
        }

        var lines = new List<string>();
        Add("$", shape.Root, lines);
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static void Add(string path, ShapeNode node, List<string> lines)
    {
        string[] seen = [.. Enum.GetValues<Tally>().Where(t => node[t] > 0).Select(t => $"{t}:{node[t]}")];
        lines.Add($"{path} {string.Join(' ', seen)}");
        foreach (ShapeMember member in node.Members)
        {
            Add($"{path}.{member.Name}", member.Node, lines);
        }

        if (node.Items is { } items)
        {
            Add($"{path}[]", items, lines);
        }

        if (node.MapValues is { } values)
        {
            Add($"{path}{{}}", values, lines);
        }
    }
}
