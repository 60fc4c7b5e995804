using System.Diagnostics;
using Harness.Tests.Support;

namespace Harness.Tests.Conventions;

/// <summary>The files that git keeps, or would keep.</summary>
internal static class SourceFiles
{
    public static readonly IReadOnlyList<string> All = List();

    public static IEnumerable<string> CSharp => All.Where(f => f.EndsWith(".cs", StringComparison.Ordinal));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    private static string[] List()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using Process git = Process.Start(start)!;
        string[] files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return [.. files.Where(f => File.Exists(Path.Combine(Repository.Root, f)))];
    }
}
