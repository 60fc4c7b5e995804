using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>Some elements of a list are of another kind.</summary>
internal sealed class ItemsMixed() : PlaceMutation("items-mixed", false, "DRIFT316", "DRIFT306")
{
    protected override bool Fits(Spot spot) => spot.Depth > 0 && spot.Steps[^1] == Spot.Any && spot.Field is ScalarField or ObjectField;

    protected override Field Change(Field body, Spot spot, Dice dice) => Spots.With(
        body, spot.Steps, f => new MixedField(f, f is ScalarField { IsText: true } ? new ScalarField(ScalarForm.Integer) : new ScalarField(ScalarForm.Uuid), 0.5));
}
