namespace Harness.Contracts.Sources;

/// <summary>Paths inside a contract tree: relative, forward slashes, never above the root.</summary>
internal static class ContractPath
{
    /// <summary>Larger than any contract file; a hostile one ends here.</summary>
    public const int MaximumFileBytes = 8 * 1024 * 1024;

    /// <summary>More than any contract tree has.</summary>
    public const int MaximumFiles = 5_000;

    public static string Combine(string folder, string name) => folder.Length == 0 ? name : name.Length == 0 ? folder : $"{folder}/{name}";

    public static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and int slash ? path[..slash] : "";

    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    public static bool IsContract(string path) =>
        path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where a relative reference leads, or null when it leaves the tree.</summary>
    public static string? Resolve(string folder, string reference)
    {
        if (reference.StartsWith('/') || reference.Contains('\\', StringComparison.Ordinal) || reference.Contains(':', StringComparison.Ordinal))
        {
            return null;
        }

        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (string part in reference.Split('/'))
        {
            switch (part)
            {
                case "" or ".":
                    break;
                case ".." when parts.Count == 0:
                    return null;
                case "..":
                    parts.RemoveAt(parts.Count - 1);
                    break;
                default:
                    parts.Add(part);
                    break;
            }
        }

        return string.Join('/', parts);
    }
}
