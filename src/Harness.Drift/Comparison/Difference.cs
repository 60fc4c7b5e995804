using Harness.Drift.Rules;

namespace Harness.Drift.Comparison;

/// <summary>One difference at one place, before it is told which of several differences are one edit.</summary>
/// <param name="Pointer">Into the instance, <c>*</c> for elements and map values.</param>
public sealed record Difference(DriftRule Rule, string Pointer, Streak Streak, ContractOpinion Contract, string Before, string After, string Because)
{
    /// <summary>Another kind than the rule's usual one; null for that.</summary>
    public string? Kind { get; init; }

    /// <summary>It may be said on the first night, before chance is ruled out.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Below this chance it is sure.</summary>
    public double Gate { get; init; } = Posterior.Gate;

    /// <summary>The place above, for a difference about a member.</summary>
    public Place? Parent { get; init; }

    /// <summary>Name of the member it is about.</summary>
    public string Member { get; init; } = "";

    /// <summary>What is or was there.</summary>
    public Inference.ShapeNode? Node { get; init; }
}
