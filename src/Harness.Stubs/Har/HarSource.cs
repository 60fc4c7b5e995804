using System.IO.Compression;
using Harness.Contracts;

namespace Harness.Stubs.Har;

/// <summary>What a person names as recorded traffic: a HAR file, a zip archive that holds one, or a folder of them.</summary>
public sealed class HarSource : IDisposable
{
    private readonly List<ZipArchive> _archives = [];
    private readonly List<HarUnit> _units = [];

    private HarSource()
    {
    }

    /// <summary>Every file found, in the order of their names.</summary>
    public IReadOnlyList<HarUnit> Units => _units;

    public IEnumerable<HarPackage> Packages => _units.SelectMany(u => u.Packages);

    /// <summary>Opens them. What is wrong is added to <paramref name="problems"/>; the rest can be read still.</summary>
    public static HarSource Open(string path, ICollection<ContractProblem> problems)
    {
        var source = new HarSource();
        if (File.Exists(path))
        {
            source.Add(path, Path.GetFileName(path), path, problems);
        }
        else if (Directory.Exists(path))
        {
            source.AddFolder(path, problems);
        }
        else
        {
            problems.Add(new ContractProblem(path, 0, 0, "there is no such file or folder", "Name a HAR file, a zip archive with one, or a folder of them"));
        }

        return source;
    }

    public void Dispose() => _archives.ForEach(a => a.Dispose());

    private void AddFolder(string folder, ICollection<ContractProblem> problems)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (string file in Directory.EnumerateFiles(folder, "*", options).Order(StringComparer.Ordinal).Where(IsWanted))
        {
            Add(file, Path.GetRelativePath(folder, file).Replace('\\', '/'), Path.Combine(folder, Path.GetRelativePath(folder, file)), problems);
        }

        if (_units.Count == 0 && problems.Count == 0)
        {
            problems.Add(new ContractProblem(folder, 0, 0, "the folder holds no HAR", "Name a folder with files that end in .har or .zip"));
        }
    }

    private void Add(string file, string relativeName, string name, ICollection<ContractProblem> problems)
    {
        if (!IsArchive(file))
        {
            _units.Add(new HarUnit(relativeName, IsArchive: false, [new FolderPackage(file, name)]));
            return;
        }

        try
        {
            ZipArchive archive = ZipFile.OpenRead(file);
            _archives.Add(archive);
            if (ArchiveCheck.Problem(archive, name) is { } problem)
            {
                problems.Add(problem);
                return;
            }

            var files = archive.Entries.ToDictionary(e => e.FullName, StringComparer.Ordinal);
            HarPackage[] packages = [.. archive.Entries.Where(e => IsHar(e.FullName)).Select(e => new ZipPackage(e, $"{name}/{e.FullName}", files))];
            _units.Add(new HarUnit(relativeName, IsArchive: true, packages));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException)
        {
            problems.Add(new ContractProblem(name, 0, 0, "the archive cannot be read: it is damaged or cut off", "Export the traffic again"));
        }
    }

    private static bool IsWanted(string file) => IsHar(file) || file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private static bool IsHar(string file) => file.EndsWith(".har", StringComparison.OrdinalIgnoreCase);

    // By content: a zipped HAR is often called .har by whoever saved it.
    private static bool IsArchive(string file)
    {
        Span<byte> head = stackalloc byte[4];
        using FileStream stream = File.OpenRead(file);
        return stream.ReadAtLeast(head, 4, throwOnEndOfStream: false) == 4 && head.SequenceEqual("PK\u0003\u0004"u8);
    }
}
