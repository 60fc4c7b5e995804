using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A member is of another kind now and then.</summary>
internal sealed class TypeWidened() : PlaceMutation("type-widened", false, "DRIFT306")
{
    protected override bool Fits(Spot spot) => spot.Member is not null && spot.Field is ScalarField { Form: ScalarForm.Integer } && spot.Steps.Contains(Spot.Any);

    protected override Field Change(Field body, Spot spot, Dice dice) => Spots.With(body, spot.Steps, f => new MixedField(f, new ScalarField(ScalarForm.Text), 0.5));
}
