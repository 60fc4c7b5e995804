using System.IO.Compression;

namespace Harness.Stubs.Har;

/// <summary>A HAR in a zip archive, with its side files beside it there. The archive stays open, and belongs to <see cref="HarSource"/>.</summary>
internal sealed class ZipPackage(ZipArchiveEntry har, string name, IReadOnlyDictionary<string, ZipArchiveEntry> files) : HarPackage
{
    public override string Name => name;

    /// <summary>The HAR's name in the archive.</summary>
    public string EntryName => har.FullName;

    public override long Length => har.Length;

    public override byte[]? SideFile(string name)
    {
        if (!SideFileName.IsSafe(name) || !files.TryGetValue(Folder(har.FullName) + name, out ZipArchiveEntry? entry))
        {
            return null;
        }

        using Stream stream = new LimitedStream(entry.Open(), entry.Length);
        using var bytes = new MemoryStream((int)Math.Min(entry.Length, int.MaxValue));
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    protected override Stream Open() => new LimitedStream(har.Open(), har.Length);

    private static string Folder(string path) => path[..(path.LastIndexOf('/') + 1)];
}
