using Harness.Drift.Inference;

namespace Harness.Drift.Comparison;

/// <summary>Says what stands at a place in types and formats; never a value.</summary>
public static class ShapeWords
{
    public static string Describe(ShapeNode? node)
    {
        if (node is null || node.Occurrences == 0)
        {
            return "absent";
        }

        Tally[] kinds = [.. Tallies.Kinds.Where(k => k != Tally.Null && node[k] > 0)];
        string types = kinds.Length == 0 ? "null" : string.Join('|', kinds.Select(Tallies.Word));
        Tally? format = Format(node);
        return types + (format is { } known ? $"({Tallies.NameOf(known)})" : "") + (kinds.Length > 0 && node[Tally.Null] > 0 ? "?" : "");
    }

    /// <summary>The format that all texts have, null when there is none.</summary>
    public static Tally? Format(ShapeNode node)
    {
        long texts = node[Tally.String] - node[Tally.EmptyText];
        foreach (Tally format in Tallies.TextFormats.Where(f => f != Tally.EmptyText))
        {
            if (texts > 0 && node[format] == texts)
            {
                return format;
            }
        }

        return null;
    }

    /// <summary>Which kinds came, null aside.</summary>
    public static IReadOnlyList<Tally> Kinds(ShapeNode node) => [.. Tallies.Kinds.Where(k => k != Tally.Null && node[k] > 0)];

    public static string Percent(long part, long whole) => whole == 0 ? "none" : $"{part * 100 / whole} %";
}
