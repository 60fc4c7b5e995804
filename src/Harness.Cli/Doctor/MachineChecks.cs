using Harness.Contracts;

namespace Harness.Cli.Doctor;

/// <summary>Every check, in the order in which they are told.</summary>
internal static class MachineChecks
{
    public static readonly IReadOnlyList<IMachineCheck> All =
    [
        new RuntimeCheck(),
        new ContractsCheck(),
        new KeysCheck(),
        new CacheCheck(),
        new PortsCheck(),
        new NamesCheck(),
        new AuthorityCheck(),
        new BrowserCheck(),
        new ClockCheck(),
        new HookCheck(),
    ];

    public static IReadOnlyList<(string Id, CheckResult Result)> Look(Surroundings surroundings) =>
        [.. All.SelectMany(check => Results(check, surroundings).Select(result => (check.Id, result)))];

    // What would end another command is what this one is there to tell.
    private static CheckResult[] Results(IMachineCheck check, Surroundings surroundings)
    {
        try
        {
            return [.. check.Look(surroundings)];
        }
        catch (HarnessException exception)
        {
            return [CheckResult.Wrong(exception.What, exception.Fix)];
        }
    }
}
