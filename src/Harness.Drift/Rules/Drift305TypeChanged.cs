using Harness.Drift.Comparison;
using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>A value is of another kind than it used to be.</summary>
public sealed class Drift305TypeChanged() : PlaceRule(
    "DRIFT305",
    "Type changed",
    "type-changed",
    Severity.Error,
    mayGate: true,
    "All values at the place are of a kind that never came there before.")
{
    public override IEnumerable<Difference> Check(Place place) =>
        KindChange.Of(place) is { Sort: KindChangeSort.Changed } change ? [change.ToDifference(this, place)] : [];
}
