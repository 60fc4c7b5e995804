using Harness.Drift.Comparison;
using Harness.Drift.Findings;
using Harness.Drift.Inference;

namespace Harness.Drift.Rules;

/// <summary>A kind of value that used to come does not come any more.</summary>
public sealed class Drift307TypeNarrowed() : PlaceRule(
    "DRIFT307",
    "Type narrowed",
    "type-narrowed",
    Severity.Info,
    mayGate: false,
    "Of several kinds of value at the place one has not come for a long time.")
{
    public override IEnumerable<Difference> Check(Place place)
    {
        foreach (Tally kind in ShapeWords.Kinds(place.Before))
        {
            if (KindChange.Of(place) is null && place.Since(n => n.Present == 0 ? null : n[kind] > 0) is { Chance: < Posterior.Gate } streak
                && kind is not (Tally.Integer or Tally.Fraction))
            {
                yield return new Difference(
                    this, place.Pointer, streak, ContractOpinion.Silent, ShapeWords.Describe(place.Before), ShapeWords.Describe(place.Tonight),
                    $"{Tallies.Word(kind)} came in {streak.Held} of {streak.Runs} runs and not in the last {streak.Absences}.");
            }
        }
    }
}
