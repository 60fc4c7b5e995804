using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>Objects have one member more.</summary>
internal sealed class MemberAdded() : PlaceMutation("member-added", false, "DRIFT303")
{
    protected override bool Fits(Spot spot) => spot.Field is ObjectField { Members.Count: > 0 };

    protected override Field Change(Field body, Spot spot, Dice dice) => Spots.WithNewMember(body, spot.Steps, new FieldMember("recentAddition", new ScalarField(ScalarForm.Duration)));

    protected override string PointerOf(Spot spot) => spot.PointerOfChild("recentAddition");
}
