using Harness.Contracts;
using Harness.Stubs;

namespace Harness.Cli.Stubs;

/// <summary>The mapping files that a person named: one file, or all below a folder.</summary>
/// <param name="Root">Where relative names begin.</param>
internal sealed record StubFiles(string Root, IReadOnlyList<string> Files)
{
    /// <exception cref="HarnessException">There is no such file or folder.</exception>
    public static StubFiles Find(string path)
    {
        if (File.Exists(path))
        {
            return new StubFiles(Path.GetDirectoryName(path) ?? "", [path]);
        }

        return Directory.Exists(path)
            ? new StubFiles(path, [.. MappingFolder.Files(path)])
            : throw new HarnessException($"there is no file or folder '{path}'", "Name an existing one");
    }

    public string RelativeName(string file) => Path.GetRelativePath(Root.Length == 0 ? "." : Root, file);
}
