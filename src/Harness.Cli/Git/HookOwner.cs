namespace Harness.Cli.Git;

/// <summary>Whose a repository's hook is.</summary>
internal enum HookOwner
{
    Nobody,
    Ours,

    /// <summary>Somebody wrote it, or changed ours.</summary>
    Others,

    /// <summary>Somebody wrote it, and has it look for secrets.</summary>
    OthersThatLook,
}
