using Harness.Contracts;

namespace Harness.Mock;

/// <summary>Spec trees that the user has imported; they are layers of every server that uses the same data folder.</summary>
public sealed class ImportedContracts(string dataFolder)
{
    private readonly string _folder = Path.Combine(dataFolder, "contracts");

    /// <summary>In the order in which they were imported first; a later one wins.</summary>
    public IReadOnlyList<string> Folders => Directory.Exists(_folder)
        ? [.. Directory.GetFileSystemEntries(_folder).Where(e => !e.EndsWith(".new", StringComparison.Ordinal)).OrderBy(Directory.GetCreationTimeUtc).ThenBy(e => e, StringComparer.Ordinal)]
        : [];

    /// <summary>Copies the YAML of a tree, replacing an earlier import of the same name; returns where it lies.</summary>
    public string Keep(string source)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(source));
        string target = Path.Combine(_folder, Path.GetFileName(full));
        string aside = target + ".new";
        try
        {
            Directory.CreateDirectory(_folder);
            Remove(aside);
            Copy(full, aside);
            Remove(target);
            Directory.Move(aside, target);
            return target;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException($"the import cannot be kept in {_folder}: {exception.Message}", "Name another data folder with --data or HARNESS_DATA");
        }
    }

    private static void Copy(string source, string target)
    {
        if (File.Exists(source))
        {
            File.Copy(source, target);
            return;
        }

        foreach (string file in Directory.EnumerateFiles(source, "*.*", SearchOption.AllDirectories).Where(IsContract))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static bool IsContract(string file) =>
        Path.GetExtension(file).ToLowerInvariant() is ".yml" or ".yaml" or ".json" && !file.Contains($"{Path.DirectorySeparatorChar}.git{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
        else
        {
            File.Delete(path);
        }
    }
}
