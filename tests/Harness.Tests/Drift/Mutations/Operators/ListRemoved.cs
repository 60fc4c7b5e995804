using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A member with a list comes no more.</summary>
internal sealed class ListRemoved() : PlaceMutation("list-removed", true, "DRIFT301")
{
    protected override bool Fits(Spot spot) => spot.IsSteadyMember && spot.Field is ListField { Most: > 0 };

    protected override Field Change(Field body, Spot spot, Dice dice) => Spots.WithMember(body, spot, _ => null);
}
