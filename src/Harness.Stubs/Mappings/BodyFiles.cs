using Harness.Stubs.Json;

namespace Harness.Stubs.Mappings;

/// <summary>Bodies that a mapping keeps in a file: only out of a <c>__files</c> folder beside the mapping or above it, and never out of it.</summary>
internal sealed class BodyFiles(string? folder)
{
    private const string FolderName = "__files";

    private const long MostBytes = 8 * 1024 * 1024;

    private const int MostLevels = 3;

    /// <summary>Null, with a problem, when there is no such file, or it may not be read.</summary>
    public StubBody? Read(LocatedJson node, string name, MappingProblems problems)
    {
        if (folder is null)
        {
            problems.Add(node, "a body in a file cannot be served from here", "Put the body into the mapping");
            return null;
        }

        if (Find(name) is not { } file)
        {
            problems.Add(node, $"there is no file '{name}' in a {FolderName} folder beside the mapping", $"Put the file there, or the body into the mapping; nothing outside {FolderName} is read");
            return null;
        }

        if (new FileInfo(file).Length > MostBytes)
        {
            problems.Add(node, $"the file '{name}' is larger than {MostBytes} bytes", "Shorten it");
            return null;
        }

        byte[] bytes = File.ReadAllBytes(file);
        return System.Text.Unicode.Utf8.IsValid(bytes) ? StubBody.Of(System.Text.Encoding.UTF8.GetString(bytes)) : StubBody.Of(bytes);
    }

    private string? Find(string name)
    {
        DirectoryInfo? level = new(folder!);
        for (int i = 0; i < MostLevels && level is not null; i++, level = level.Parent)
        {
            string root = Path.GetFullPath(Path.Combine(level.FullName, FolderName)) + Path.DirectorySeparatorChar;
            string file = Path.GetFullPath(Path.Combine(root, name));
            if (file.StartsWith(root, StringComparison.Ordinal) && File.Exists(file) && new FileInfo(file).ResolveLinkTarget(returnFinalTarget: true) is null)
            {
                return file;
            }
        }

        return null;
    }
}
