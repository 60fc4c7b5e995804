using Harness.Drift.Comparison;
using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>A list of one kind of thing holds another kind too.</summary>
public sealed class Drift316ItemsHeterogeneous() : PlaceRule(
    "DRIFT316",
    "List became mixed",
    "array-heterogeneous",
    Severity.Warn,
    mayGate: false,
    "A list whose elements were all of one kind (twenty or more seen) holds elements of another kind too.")
{
    public override IEnumerable<Difference> Check(Place place) =>
        KindChange.Of(place) is { Sort: KindChangeSort.Heterogeneous } change ? [change.ToDifference(this, place)] : [];
}
