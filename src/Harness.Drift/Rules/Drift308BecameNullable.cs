using Harness.Drift.Comparison;
using Harness.Drift.Findings;
using Harness.Drift.Inference;

namespace Harness.Drift.Rules;

/// <summary>Null came where it never did.</summary>
public sealed class Drift308BecameNullable() : PlaceRule(
    "DRIFT308",
    "Became nullable",
    "nullability-changed",
    Severity.Error,
    mayGate: false,
    "Null came at a place that never had it, beside other values.")
{
    public override IEnumerable<Difference> Check(Place place)
    {
        if (place.Tonight is { Present: > 0 } && place.Since(n => n[Tally.Null] == 0) is { HeldAlways: true } streak)
        {
            yield return new Difference(
                this, place.Pointer, streak, ContractView.OnKind(place.Schema, Tally.Null), ShapeWords.Describe(place.Before), ShapeWords.Describe(place.Tonight),
                $"None of {streak.Runs} earlier runs had null here.");
        }
    }
}
