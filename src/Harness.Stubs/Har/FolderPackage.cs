namespace Harness.Stubs.Har;

/// <summary>A HAR file on disk; its side files lie in the same folder, as Playwright writes them.</summary>
internal sealed class FolderPackage(string file, string name) : HarPackage
{
    private const int LargestSideFile = 64 * 1024 * 1024;

    public override string Name => name;

    public override long Length => new FileInfo(file).Length;

    public override byte[]? SideFile(string name)
    {
        if (!SideFileName.IsSafe(name))
        {
            return null;
        }

        var side = new FileInfo(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, name));
        return side is { Exists: true, LinkTarget: null, Length: <= LargestSideFile } ? File.ReadAllBytes(side.FullName) : null;
    }

    protected override Stream Open() => new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
}
