using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A member that every object had is missing from half of them.</summary>
internal sealed class MemberFaded() : PlaceMutation("member-faded", false, "DRIFT302", "DRIFT301")
{
    protected override bool Fits(Spot spot) => spot.IsSteadyMember && spot.Steps.Contains(Spot.Any) && !VariantNames.IsTag(spot.Steps[^1]);

    protected override Field Change(Field body, Spot spot, Dice dice) => Spots.WithMember(body, spot, m => m with { Presence = 0.5 });
}
