using Harness.Drift.Comparison;
using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>The whole answer is another kind of document, or stands in an envelope of its own.</summary>
public sealed class Drift204RootChanged() : PlaceRule(
    "DRIFT204",
    "The document is another one",
    "type-changed",
    Severity.Error,
    mayGate: true,
    "The answer is a list where an object was, or the other way round, or stands in an envelope that was not there "
    + "before (kind envelope-changed).")
{
    public override IEnumerable<Difference> Check(Place place) =>
        KindChange.Of(place) is { Sort: KindChangeSort.Root } change ? [change.ToDifference(this, place)] : [];
}
