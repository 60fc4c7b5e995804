using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A member deep inside the document comes no more.</summary>
internal sealed class DeepMemberRemoved() : PlaceMutation("deep-member-removed", true, "DRIFT301")
{
    protected override bool Fits(Spot spot) => spot.IsSteadyMember && spot.Depth >= 3 && !VariantNames.IsTag(spot.Steps[^1]);

    protected override Field Change(Field body, Spot spot, Dice dice) => Spots.WithMember(body, spot, _ => null);
}
