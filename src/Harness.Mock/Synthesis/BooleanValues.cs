using System.Collections.Frozen;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>Switches of a healthy tenant: what is enabled is on, what is blocked or failed is not.</summary>
internal static class BooleanValues
{
    private static readonly FrozenSet<string> MostlyTrue = FrozenSet.ToFrozenSet(
        ["enabled", "active", "licensed", "success", "succeeded", "valid", "verified", "onboarded", "available", "allowed", "configured", "lastpage", "complete", "healthy"],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> MostlyFalse = FrozenSet.ToFrozenSet(
        ["deleted", "blocked", "expired", "failed", "error", "errors", "disabled", "throttled", "suspended", "compromised", "more", "nextpage", "exceeded", "partial", "locked"],
        StringComparer.Ordinal);

    public static SwitchLeaning LeaningOf(string name)
    {
        List<string> words = NameWords.Split(name);
        return words.Contains("more") ? SwitchLeaning.AlwaysOff
            : words.Any(MostlyFalse.Contains) ? SwitchLeaning.MostlyOff
            : words.Any(MostlyTrue.Contains) ? SwitchLeaning.MostlyOn
            : SwitchLeaning.None;
    }

    public static bool Of(ValuePlan plan, in Scope scope)
    {
        ulong hash = scope.HashOf(plan.Meaning);
        return plan.Leaning switch
        {
            SwitchLeaning.AlwaysOff => false,
            SwitchLeaning.MostlyOff => hash % 16 == 0,
            SwitchLeaning.MostlyOn => hash % 12 != 0,
            _ => hash % 2 == 0,
        };
    }
}
