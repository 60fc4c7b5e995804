using Harness.Drift.Comparison;
using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>Numbers are written in another way.</summary>
public sealed class Drift315NumberEncoding() : PlaceRule(
    "DRIFT315",
    "Number encoding changed",
    "number-encoding-changed",
    Severity.Warn,
    mayGate: false,
    "Whole numbers where fractions were, or the other way round: readers that parse one kind fail on the other.")
{
    public override IEnumerable<Difference> Check(Place place) =>
        KindChange.Of(place) is { Sort: KindChangeSort.NumberEncoding } change ? [change.ToDifference(this, place)] : [];
}
