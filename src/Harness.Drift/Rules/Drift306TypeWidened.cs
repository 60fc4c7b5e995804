using Harness.Drift.Comparison;
using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>Values of a further kind came beside the old ones.</summary>
public sealed class Drift306TypeWidened() : PlaceRule(
    "DRIFT306",
    "Type widened",
    "type-widened",
    Severity.Error,
    mayGate: false,
    "A further kind of value came at the place, beside the ones known.")
{
    public override IEnumerable<Difference> Check(Place place) =>
        KindChange.Of(place) is { Sort: KindChangeSort.Widened } change ? [change.ToDifference(this, place)] : [];
}
