namespace Harness.Contracts.Sources;

/// <summary>A contract tree in a folder.</summary>
internal sealed class FolderFiles : IContractFiles
{
    // Deeper and larger than any specification repository's contract folders.
    private const int MaximumDepth = 12;

    private static readonly EnumerationOptions Recursive = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = MaximumDepth,
        AttributesToSkip = FileAttributes.System,
        IgnoreInaccessible = true,
    };

    private readonly string _folder;

    public FolderFiles(string folder)
    {
        Root = folder.Replace('\\', '/').TrimEnd('/');
        _folder = Path.GetFullPath(folder);
        string full = _folder.Replace('\\', '/').TrimEnd('/');

        // In a nodoc checkout the family's name stands one folder above its documents.
        Name = ContractPath.NameOf(ContractPath.NameOf(full) is "specification" ? ContractPath.FolderOf(full) : full);
    }

    public string Root { get; }

    public string Name { get; }

    public bool Contains(string path) => File.Exists(Absolute(path));

    public IReadOnlyList<string> FoldersIn(string folder)
    {
        string absolute = Absolute(folder);
        if (!Directory.Exists(absolute))
        {
            return [];
        }

        string[] names = [.. Directory.EnumerateDirectories(absolute).Select(d => Path.GetFileName(d)).Where(n => !n.StartsWith('.'))];
        Array.Sort(names, StringComparer.Ordinal);
        return names;
    }

    public IReadOnlyList<string> FilesUnder(string folder)
    {
        string absolute = Absolute(folder);
        if (!Directory.Exists(absolute))
        {
            return [];
        }

        string[] files =
        [
            .. Directory.EnumerateFiles(absolute, "*", Recursive)
                .Where(ContractPath.IsContract)
                .Take(ContractPath.MaximumFiles)
                .Select(f => ContractPath.Combine(folder, Path.GetRelativePath(absolute, f).Replace('\\', '/'))),
        ];
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }

    public byte[] Read(string path)
    {
        var file = new FileInfo(Absolute(path));
        return file.Length <= ContractPath.MaximumFileBytes
            ? File.ReadAllBytes(file.FullName)
            : throw new IOException($"larger than {ContractPath.MaximumFileBytes / 1024 / 1024} MB");
    }

    private string Absolute(string path) => path.Length == 0 ? _folder : Path.Combine(_folder, path);
}
