namespace Harness.Stubs;

/// <summary>Where mapping files lie: <c>*.json</c> below a folder, except what <c>__files</c> keeps for bodies.</summary>
public static class MappingFolder
{
    /// <summary>One folder a family; what lies beside those folders belongs to none.</summary>
    public static IEnumerable<FoundMappingFile> OfFamilies(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).SelectMany(family => Files(family).Select(file => new FoundMappingFile(Path.GetFileName(family), file)))
        : [];

    /// <summary>In a fixed order, because of two equal mappings the later one answers.</summary>
    public static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Contains("__files", StringComparer.Ordinal))
        .Where(file => !Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file)))!.Equals("tenants", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
