using Harness.Drift.Inference;

namespace Harness.Drift.Comparison;

/// <summary>Values of a kind that a place did not have before, and which rule that is a matter of.</summary>
internal sealed record KindChange(KindChangeSort Sort, Streak Streak, ContractOpinion Contract, IReadOnlyList<Tally> Old, IReadOnlyList<Tally> Now)
{
    private const int EnoughElements = 20;

    /// <summary>Where both kinds came side by side, the old one is given up only after so many runs without it.</summary>
    private const int EnoughWithoutOld = 7;

    public static KindChange? Of(Place place)
    {
        if (place.Tonight is not { Present: > 0 } tonight)
        {
            return null;
        }

        IReadOnlyList<Tally> now = ShapeWords.Kinds(tonight);
        (Tally Kind, Streak Streak)[] added =
        [
            .. now.Select(kind => (kind, place.Since(n => n.Present == 0 ? null : n[kind] == 0))).Where(c => c.Item2 is { } s && (s.HeldAlways || s.Chance < Posterior.Warn)).Select(c => (c.kind, c.Item2!.Value)),
        ];
        if (added.Length == 0)
        {
            return null;
        }

        Tally[] old = [.. ShapeWords.Kinds(place.Before).Except(added.Where(a => a.Streak.HeldAlways).Select(a => a.Kind))];
        (Tally worst, Streak streak) = added.MinBy(a => a.Streak.Chance);
        return SortOf(place, old, now, streak.Absences) is { } sort
            ? new KindChange(sort, streak, ContractView.OnKind(place.Schema, worst), old, now)
            : null;
    }

    public string Before => string.Join('|', Old.Select(Tallies.Word));

    public string After => string.Join('|', Now.Select(Tallies.Word));

    /// <summary>What is below the place cannot be held against what was below it.</summary>
    public bool EndsWalk => Sort is KindChangeSort.Root or KindChangeSort.Boxed or KindChangeSort.Changed;

    public Difference ToDifference(Rules.DriftRule rule, Place place) => new(
        rule, place.Pointer, Streak, Contract, Before, After, $"It was {Before} in {Streak.Held} of {Streak.Runs} runs and is {After} now.")
    {
        IsPlain = true,
        Parent = place.Parent,
        Member = place.Name,
        Node = place.Tonight,
    };

    private static KindChangeSort? SortOf(Place place, Tally[] old, IReadOnlyList<Tally> now, int runs)
    {
        if (old.Length == 0)
        {
            return null;
        }

        bool survives = Survives(place, old, runs);
        if (now.Concat(old).All(k => k is Tally.Integer or Tally.Fraction))
        {
            return place.Before.Present >= EnoughElements || place.Parent is not null ? KindChangeSort.NumberEncoding : null;
        }

        if (survives)
        {
            return !place.IsElement ? KindChangeSort.Widened
                : old.Length == 1 && place.Before.Present >= EnoughElements ? KindChangeSort.Heterogeneous
                : null;
        }

        return place.IsDocument ? KindChangeSort.Root
            : now.Concat(old).Any(k => k is Tally.Object or Tally.Array) ? KindChangeSort.Boxed
            : KindChangeSort.Changed;
    }

    // A list of few elements may hold nothing but the new kind tonight and both last night.
    private static bool Survives(Place place, Tally[] old, int runs) =>
        place.Since(n => n.Present == 0 ? null : old.Any(k => n[k] > 0)) is not { } without || (without.Absences < runs && without.Absences < EnoughWithoutOld);
}
