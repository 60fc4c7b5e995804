using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A member of an object stands in the document itself.</summary>
internal sealed class MemberMovedUp() : PlaceMutation("member-moved-up", false, "DRIFT320")
{
    protected override bool Fits(Spot spot) => spot is { Depth: 2, IsSteadyMember: true } && spot.Steps[0] != Spot.Any && spot.Steps[1] != Spot.Any;

    protected override Field Change(Field body, Spot spot, Dice dice) =>
        Spots.WithNewMember(Spots.WithMember(body, spot, _ => null), [], spot.Member!);
}
