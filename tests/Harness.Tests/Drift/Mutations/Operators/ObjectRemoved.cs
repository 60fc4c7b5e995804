using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A member with an object below it comes no more.</summary>
internal sealed class ObjectRemoved() : PlaceMutation("object-removed", true, "DRIFT301")
{
    protected override bool Fits(Spot spot) => spot.IsSteadyMember && spot.Field is ObjectField { Members.Count: > 0 };

    protected override Field Change(Field body, Spot spot, Dice dice) => Spots.WithMember(body, spot, _ => null);
}
