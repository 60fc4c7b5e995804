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

    public static bool Of(ValuePlan plan, in Scope scope)
    {
        ulong hash = scope.HashOf(plan.Meaning);
        List<string> words = NameWords.Split(plan.Meaning.Name);
        return words.Any(MostlyFalse.Contains) ? hash % 16 == 0 && !words.Contains("more")
            : words.Any(MostlyTrue.Contains) ? hash % 12 != 0
            : hash % 2 == 0;
    }
}
