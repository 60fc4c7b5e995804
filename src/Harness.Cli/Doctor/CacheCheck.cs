using Harness.Mock;

namespace Harness.Cli.Doctor;

/// <summary>Compiled contracts can be kept for the next start.</summary>
internal sealed class CacheCheck : IMachineCheck
{
    public string Id => "cache";

    public IEnumerable<CheckResult> Look(Surroundings surroundings)
    {
        yield return WritableFolder.Refusal(UserFolders.Cache) is { } refusal
            ? CheckResult.Optional($"Compiled contracts cannot be kept in {UserFolders.Cache}, so every start compiles them again: {refusal}", "Make it writable, or set XDG_CACHE_HOME")
            : CheckResult.Fine($"Compiled contracts are kept in {UserFolders.Cache}");
    }
}
