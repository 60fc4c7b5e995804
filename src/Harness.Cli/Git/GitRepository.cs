using Harness.Cli.Trust;
using Harness.Contracts;

namespace Harness.Cli.Git;

/// <summary>A git repository, asked through git itself.</summary>
internal sealed class GitRepository
{
    private GitRepository(string root) => Root = root;

    public string Root { get; }

    /// <summary>Where git looks for hooks; the person may have set another place than the usual one.</summary>
    public string Hooks => Path.GetFullPath(Path.Combine(Root, Ask("rev-parse", "--git-path", "hooks").Trim()));

    /// <summary>What belongs to this repository alone, which a folder of hooks may not.</summary>
    public IEnumerable<string> Own => [Root, Path.GetFullPath(Path.Combine(Root, Ask("rev-parse", "--git-common-dir").Trim()))];

    /// <summary>The repository that a folder is in; null when it is in none, or there is no git.</summary>
    public static GitRepository? Find(string folder)
    {
        try
        {
            return new GitRepository(SystemCommand.Read("git", ["-C", folder, "rev-parse", "--show-toplevel"], "Run it inside a git repository").TrimEnd('\r', '\n'));
        }
        catch (HarnessException)
        {
            return null;
        }
    }

    /// <summary>What git prints.</summary>
    public string Ask(params IEnumerable<string> arguments) => SystemCommand.Read("git", ["-C", Root, .. arguments], "Run it yourself and see what git says");
}
