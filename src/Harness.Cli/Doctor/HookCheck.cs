using Harness.Cli.Git;

namespace Harness.Cli.Doctor;

/// <summary>Commits of this repository are looked through for secrets.</summary>
internal sealed class HookCheck : IMachineCheck
{
    public string Id => "hook";

    public IEnumerable<CheckResult> Look(Surroundings surroundings)
    {
        if (GitRepository.Find(surroundings.Folder) is not { } repository)
        {
            yield break;
        }

        var hook = new PreCommitHook(repository);
        yield return hook.Owner switch
        {
            HookOwner.Ours or HookOwner.OthersThatLook => CheckResult.Fine($"{hook.File} keeps secrets in recordings out of commits"),
            HookOwner.Others => CheckResult.Optional($"{hook.File} does not look for secrets in recordings", $"Add this line to it: {PreCommitHook.Line}"),
            _ => CheckResult.Optional("Nothing keeps secrets in recordings out of commits here", "Run 'harness doctor --install-hook'"),
        };
    }
}
