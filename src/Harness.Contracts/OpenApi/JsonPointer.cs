using Harness.Contracts.Yaml;

namespace Harness.Contracts.OpenApi;

/// <summary>The part of a reference behind the <c>#</c>.</summary>
internal static class JsonPointer
{
    /// <summary>Null when the pointer leads nowhere.</summary>
    public static LocatedNode? Find(LocatedNode root, string pointer)
    {
        LocatedNode? node = root;
        foreach (string part in Parts(pointer))
        {
            node = node.Kind == YamlKind.Sequence
                ? int.TryParse(part, out int index) && index >= 0 && index < node.Items.Count ? node.Items[index] : null

                // As written first: the keys of these documents hold braces, quotes and spaces that nobody encodes.
                : node[part] ?? (part.Contains('%', StringComparison.Ordinal) ? node[Uri.UnescapeDataString(part)] : null);
            if (node is null)
            {
                return null;
            }
        }

        return node;
    }

    /// <summary>The last name of a pointer, e.g. the component's.</summary>
    public static string LastName(string pointer) => Parts(pointer).LastOrDefault() ?? "";

    private static IEnumerable<string> Parts(string pointer) =>
        pointer.Split('/', StringSplitOptions.None).Skip(1)
            .Select(p => p.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
}
