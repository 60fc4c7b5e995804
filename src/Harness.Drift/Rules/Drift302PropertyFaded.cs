using Harness.Drift.Comparison;
using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>A member comes more rarely than it did.</summary>
public sealed class Drift302PropertyFaded() : PlaceRule(
    "DRIFT302",
    "Property rarer than it was",
    "property-missing",
    Severity.Warn,
    mayGate: false,
    "An optional member stopped coming, or a member that every object had is missing from some of them.")
{
    public override IEnumerable<Difference> Check(Place place) =>
        MemberHistory.Vanished(place).Where(m => m.Streak.Held * 10 < m.Streak.Runs * 9).Concat(MemberHistory.Faded(place))
            .Select(m => MemberHistory.ToDifference(this, place, m));
}
