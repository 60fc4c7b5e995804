using Harness.Drift.Inference;

namespace Harness.Drift.Learning;

/// <summary>Finds the place in a shape, or in any document like it, that a pointer into one document leads to.</summary>
internal static class ShapePointer
{
    /// <summary>The last place on the way that the shape knows.</summary>
    public static ShapeNode Find(ShapeNode root, string pointer)
    {
        ShapeNode node = root;
        foreach (string step in Steps(pointer))
        {
            if (Below(node, step) is not { } below)
            {
                break;
            }

            node = below;
        }

        return node;
    }

    /// <summary>The same pointer for all elements and all keys: <c>/value/*/id</c>.</summary>
    public static string Widen(ShapeNode root, string pointer)
    {
        ShapeNode? node = root;
        string wide = "";
        foreach (string step in Steps(pointer))
        {
            wide += node?.FindMember(step) is null && node is { Items: not null } or { MapValues: not null } ? "/*" : $"/{Escape(step)}";
            node = node is null ? null : Below(node, step);
        }

        return wide;
    }

    private static ShapeNode? Below(ShapeNode node, string step) => node.FindMember(step) ?? (IsIndex(step) && node[Tally.Array] > 0 ? node.Items ?? node.MapValues : node.MapValues);

    private static bool IsIndex(string step) => step.All(char.IsAsciiDigit);

    private static IEnumerable<string> Steps(string pointer) =>
        pointer.Split('/').Skip(1).Select(s => s.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));

    private static string Escape(string step) => step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
