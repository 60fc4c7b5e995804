using Harness.Contracts;

namespace Harness.Cli.Git;

/// <summary>The hook that has git refuse a commit with secrets in it. One that somebody else wrote is never touched.</summary>
internal sealed class PreCommitHook(GitRepository repository)
{
    private const string Mark = "harness doctor --install-hook";
    private const string Arguments = "recordings verify --staged";

    public string File => Path.Combine(repository.Hooks, "pre-commit");

    /// <summary>What somebody else's hook would have to run.</summary>
    public static string Line => $"{OwnCommand} {Arguments} || exit 1";

    public HookOwner Owner => !System.IO.File.Exists(File) ? HookOwner.Nobody
        : System.IO.File.ReadAllText(File) is var text && IsOurs(text) ? HookOwner.Ours
        : text.Contains(Arguments, StringComparison.Ordinal) ? HookOwner.OthersThatLook
        : HookOwner.Others;

    // A hook outlives the program's place: then the one on the PATH does it, and without any the commit is refused rather than let through.
    private static string Script =>
        $$"""
        #!/bin/sh
        # Written by '{{Mark}}'. It refuses commits with secrets in recordings, mocks or HAR files; delete this file to be rid of it.
        if [ -e {{Quoted(OwnParts[^1])}} ]; then
          exec {{OwnCommand}} {{Arguments}}
        fi
        command -v harness >/dev/null || { echo "pre-commit: harness is gone; run '{{Mark}}' again, or delete .git/hooks/pre-commit" >&2; exit 1; }
        exec harness {{Arguments}}

        """.ReplaceLineEndings("\n");

    private static string OwnCommand => string.Join(' ', OwnParts.Select(Quoted));

    // Run as "dotnet harness.dll", the process is not the program.
    private static string[] OwnParts => Environment.ProcessPath is { } process && !Path.GetFileNameWithoutExtension(process).Equals("dotnet", StringComparison.OrdinalIgnoreCase)
        ? [process]
        : [Environment.ProcessPath ?? "dotnet", Path.Combine(AppContext.BaseDirectory, "harness.dll")];

    // All but the two lines that name the program, which may have been another then: a line that a person added must not be lost.
    private static bool IsOurs(string text)
    {
        string[] lines = text.Split('\n'), ours = Script.Split('\n');
        return lines.Length == ours.Length
            && lines.Zip(ours).All(pair => pair.First == pair.Second || (IsPlace(pair.First) && IsPlace(pair.Second)));
    }

    private static bool IsPlace(string line) => line.StartsWith("if [ -e '", StringComparison.Ordinal) || line.StartsWith("  exec '", StringComparison.Ordinal);

    /// <exception cref="HarnessException">It cannot be written, or the folder is not this repository's own.</exception>
    public void Install()
    {
        string hooks = repository.Hooks;
        if (!repository.Own.Any(own => hooks.StartsWith(own + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
        {
            throw new HarnessException($"git takes hooks from {hooks}, which other repositories may share", $"Add this line to its pre-commit: {Line}");
        }

        try
        {
            Directory.CreateDirectory(hooks);
            System.IO.File.WriteAllText(File, Script);
            if (!OperatingSystem.IsWindows())
            {
                System.IO.File.SetUnixFileMode(File, (UnixFileMode)Convert.ToInt32("755", 8));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException($"{File} cannot be written: {exception.Message}", "Make the folder writable");
        }
    }

    // Git runs hooks with a shell of its own everywhere; it takes forward slashes on Windows.
    private static string Quoted(string path) =>
        $"'{(OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path).Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
