using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>Some elements of a list are of another kind.</summary>
internal sealed class ItemsMixed() : PlaceMutation("items-mixed", false, "DRIFT316", "DRIFT306")
{
    protected override bool Fits(Spot spot) => spot.Field is ListField { Most: > 0, Item: ScalarField or ObjectField };

    protected override Field Change(Field body, Spot spot, Dice dice) => Spots.With(body, spot.Steps, f => Mix((ListField)f));

    protected override string PointerOf(Spot spot) => spot.PointerOfChild(Spot.Any);

    protected override string ShownAt(Spot spot) => PointerOf(spot);

    private static ListField Mix(ListField list) => list with
    {
        Item = new MixedField(list.Item, list.Item is ScalarField { IsText: true } ? new ScalarField(ScalarForm.Integer) : new ScalarField(ScalarForm.Uuid), 0.5),
        Least = Math.Max(4, list.Least),
        Most = Math.Max(5, list.Most),
    };
}
