using Harness.Drift.Comparison;
using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>A member that used to come does not come any more.</summary>
public sealed class Drift301PropertyMissing() : PlaceRule(
    "DRIFT301",
    "Property missing",
    "property-missing",
    Severity.Error,
    mayGate: true,
    "A member that nine in ten runs had is absent wherever its object came. How sure it is comes from counts: the "
    + "chance that an optional member stays away that long by itself.")
{
    public override IEnumerable<Difference> Check(Place place) =>
        MemberHistory.Vanished(place).Where(m => m.Streak.Held * 10 >= m.Streak.Runs * 9).Select(m => MemberHistory.ToDifference(this, place, m));
}
