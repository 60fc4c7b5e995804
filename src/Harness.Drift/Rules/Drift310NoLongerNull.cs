using Harness.Drift.Comparison;
using Harness.Drift.Findings;
using Harness.Drift.Inference;

namespace Harness.Drift.Rules;

/// <summary>A value that was null at times never is any more.</summary>
public sealed class Drift310NoLongerNull() : PlaceRule(
    "DRIFT310",
    "No longer null",
    "nullability-changed",
    Severity.Info,
    mayGate: false,
    "Null used to come at the place and has not come for a long time.")
{
    public override IEnumerable<Difference> Check(Place place)
    {
        if (place.Since(n => n[Tally.Null] > 0) is { Chance: < Posterior.Gate } streak)
        {
            yield return new Difference(
                this, place.Pointer, streak, ContractOpinion.Silent, ShapeWords.Describe(place.Before), ShapeWords.Describe(place.Tonight),
                $"Null came in {streak.Held} of {streak.Runs} runs and not in the last {streak.Absences}.");
        }
    }
}
