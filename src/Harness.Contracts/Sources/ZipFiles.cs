using System.IO.Compression;

namespace Harness.Contracts.Sources;

/// <summary>A contract tree in an archive, unpacked in memory only.</summary>
/// <remarks>Sizes are counted while unpacking: what an archive says of itself may be a lie.</remarks>
internal sealed class ZipFiles : IContractFiles
{
    internal const int MaximumEntries = 50_000;
    internal const int MaximumTotalBytes = 64 * 1024 * 1024;

    private readonly SortedDictionary<string, byte[]> _files;

    private ZipFiles(string root, SortedDictionary<string, byte[]> files)
    {
        Root = root;
        Name = Path.GetFileNameWithoutExtension(root);
        _files = files;
    }

    public string Root { get; }

    public string Name { get; }

    /// <summary>Null, with a problem added, when the file is no usable archive; an entry that is refused alone is left out with a problem.</summary>
    public static ZipFiles? Open(string path, ICollection<ContractProblem> problems)
    {
        string root = path.Replace('\\', '/');
        try
        {
            using ZipArchive archive = ZipFile.OpenRead(path);
            if (archive.Entries.Count > MaximumEntries)
            {
                problems.Add(new ContractProblem(root, 0, 0, $"the archive has more than {MaximumEntries} entries", "Pack the specifications folder alone"));
                return null;
            }

            return ReadAll(archive, root, problems) is { } files ? new ZipFiles(root, files) : null;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException)
        {
            problems.Add(new ContractProblem(root, 0, 0, $"not readable as a zip archive: {exception.Message.TrimEnd('.')}", "Pack it again"));
            return null;
        }
    }

    public bool Contains(string path) => _files.ContainsKey(path);

    public IReadOnlyList<string> FoldersIn(string folder)
    {
        string prefix = folder.Length == 0 ? "" : folder + "/";
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string path in _files.Keys)
        {
            if (path.StartsWith(prefix, StringComparison.Ordinal) && path.IndexOf('/', prefix.Length) is > 0 and int slash)
            {
                names.Add(path[prefix.Length..slash]);
            }
        }

        return [.. names.Where(n => !n.StartsWith('.'))];
    }

    public IReadOnlyList<string> FilesUnder(string folder) =>
        [.. _files.Keys.Where(p => folder.Length == 0 || p.StartsWith(folder + "/", StringComparison.Ordinal))];

    public byte[] Read(string path) =>
        _files.TryGetValue(path, out byte[]? content) ? content : throw new FileNotFoundException("The archive has no such entry.", path);

    private static SortedDictionary<string, byte[]>? ReadAll(ZipArchive archive, string root, ICollection<ContractProblem> problems)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        long total = 0;
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            if (Refusal(entry.FullName) is { } refusal)
            {
                problems.Add(new ContractProblem($"{root}/{entry.FullName}", 0, 0, refusal, "Pack the folder again with relative names"));
                continue;
            }

            if (!ContractPath.IsContract(entry.FullName) || IsHidden(entry.FullName))
            {
                continue;
            }

            if (Unpack(entry) is not { } content)
            {
                problems.Add(new ContractProblem(
                    $"{root}/{entry.FullName}", 0, 0, $"larger than {ContractPath.MaximumFileBytes / 1024 / 1024} MB unpacked", "Split it, or leave it out of the archive"));
                continue;
            }

            total += content.Length;
            if (total > MaximumTotalBytes || files.Count == ContractPath.MaximumFiles)
            {
                problems.Add(new ContractProblem(root, 0, 0, "the archive unpacks to more than contracts ever are", "Pack the specifications folder alone"));
                return null;
            }

            files[entry.FullName] = content;
        }

        return files;
    }

    private static bool IsHidden(string name) => name.StartsWith('.') || name.Contains("/.", StringComparison.Ordinal);

    private static string? Refusal(string name) =>
        name.Contains('\\', StringComparison.Ordinal) || name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal)
        || name.Split('/').Any(part => part is "..")
            ? "the entry's name leaves the archive"
            : null;

    private static byte[]? Unpack(ZipArchiveEntry entry)
    {
        using Stream source = entry.Open();
        using var target = new MemoryStream();
        byte[] buffer = new byte[16 * 1024];
        for (int read = source.Read(buffer); read > 0; read = source.Read(buffer))
        {
            target.Write(buffer, 0, read);
            if (target.Length > ContractPath.MaximumFileBytes)
            {
                return null;
            }
        }

        return target.ToArray();
    }
}
