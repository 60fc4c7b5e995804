using Harness.Drift.Comparison;
using Harness.Drift.Findings;
using Harness.Drift.Inference;

namespace Harness.Drift.Rules;

/// <summary>A value is null wherever it comes.</summary>
public sealed class Drift309AlwaysNull() : PlaceRule(
    "DRIFT309",
    "Now always null",
    "nullability-changed",
    Severity.Warn,
    mayGate: false,
    "All values at the place are null, and used not to be: the portal may have stopped filling it.")
{
    public override IEnumerable<Difference> Check(Place place)
    {
        if (place.Since(n => n.Present > 0) is { } streak)
        {
            yield return new Difference(
                this, place.Pointer, streak, ContractView.OnKind(place.Schema, Tally.Null), ShapeWords.Describe(place.Before), "null",
                $"It had a value in {streak.Held} of {streak.Runs} runs and has been null for {streak.Absences}.");
        }
    }
}
