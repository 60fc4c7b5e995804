using Harness.Tests.Support;

namespace Harness.Tests.Stubs.Leaks;

/// <summary>The repository's own recordings, for tests that add to them.</summary>
internal static class CommittedRecordings
{
    public static void CopyTo(string folder)
    {
        string source = Path.Combine(Repository.Root, "recordings");
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
