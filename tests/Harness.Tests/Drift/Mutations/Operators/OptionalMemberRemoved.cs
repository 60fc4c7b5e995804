using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A member that came now and then comes no more.</summary>
internal sealed class OptionalMemberRemoved() : PlaceMutation("optional-member-removed", false, "DRIFT301", "DRIFT302")
{
    protected override bool Fits(Spot spot) => spot.Member is { Presence: > 0.5 and < 1 };

    protected override Field Change(Field body, Spot spot, Dice dice) => Spots.WithMember(body, spot, _ => null);
}
