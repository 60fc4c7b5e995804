namespace Harness.Cli.Git;

/// <summary>Whose a repository's hook is.</summary>
internal enum HookOwner
{
    Nobody,
    Ours,
    Others,
}
