using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A member of the document goes down into a new object.</summary>
internal sealed class MemberNested() : PlaceMutation("member-nested", false, "DRIFT320")
{
    protected override bool Fits(Spot spot) => spot.IsSteadyMember && spot.Field is ScalarField;

    protected override Field Change(Field body, Spot spot, Dice dice) =>
        Spots.WithNewMember(Spots.WithMember(body, spot, _ => null), [.. spot.Steps.SkipLast(1)], new FieldMember("placedBelow", new ObjectField([spot.Member!])));
}
