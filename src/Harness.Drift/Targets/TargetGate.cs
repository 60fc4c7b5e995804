using Harness.Drift.Guard;

namespace Harness.Drift.Targets;

/// <summary>Stands before everything else of a run: until it lets a target pass, nothing at all is sent to anyone.</summary>
public static class TargetGate
{
    /// <param name="confirmed">What the person gave with <c>--i-confirm</c>; null for nothing.</param>
    /// <exception cref="GuardRefusalException">The target is not marked as non-production, or nobody has confirmed it.</exception>
    public static void Pass(Target target, string? confirmed, Confirmations confirmations)
    {
        if (!target.NonProduction)
        {
            throw new GuardRefusalException($"the target '{target.Name}' is not marked as non-production", "Write 'nonProduction: true' into its file if its owner says so");
        }

        if (confirmed is not null && confirmed != target.Name)
        {
            throw new GuardRefusalException($"'{confirmed}' was confirmed, and the target is '{target.Name}'", $"Give --i-confirm {target.Name} if that is the one you mean");
        }

        if (confirmed is null && !confirmations.Has(target))
        {
            throw new GuardRefusalException($"nobody has confirmed the target '{target.Name}' on this machine", $"Give --i-confirm {target.Name} the first time");
        }

        if (confirmed is not null)
        {
            confirmations.Remember(target);
        }
    }
}
