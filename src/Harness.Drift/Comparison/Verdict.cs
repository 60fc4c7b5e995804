using Harness.Drift.Rules;

namespace Harness.Drift.Comparison;

/// <summary>What triage makes of an endpoint's night.</summary>
/// <param name="Rule">Null when the answers are good and their shape is to be looked at, or when there is nothing to say.</param>
public sealed record Verdict(DriftRule? Rule, string Before, string After, string Because)
{
    public static readonly Verdict Good = new(null, "", "", "") { IsGood = true };

    public static readonly Verdict Nothing = new(null, "", "", "");

    /// <summary>The answers' shape is to be compared.</summary>
    public bool IsGood { get; init; }

    /// <summary>For how long it has been so; null where that is not known.</summary>
    public Streak? Streak { get; init; }

    /// <summary>Whatever the counts say, it is a warning at most.</summary>
    public bool NeverGates { get; init; }

    public static Verdict Of(string rule, string because, string before = "", string after = "") => new(RuleRegistry.Get(rule), before, after, because);
}
