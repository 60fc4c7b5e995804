using Harness.Drift.Comparison;
using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>A value was wrapped in an object or list, or unwrapped.</summary>
public sealed class Drift317Boxed() : PlaceRule(
    "DRIFT317",
    "Boxed or unboxed",
    "type-changed",
    Severity.Error,
    mayGate: true,
    "A plain value became an object or a list, an object became a list, or the other way round.")
{
    public override IEnumerable<Difference> Check(Place place) =>
        KindChange.Of(place) is { Sort: KindChangeSort.Boxed } change ? [change.ToDifference(this, place)] : [];
}
