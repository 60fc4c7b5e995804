using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>Each element of a list is a list now.</summary>
internal sealed class ElementsInLists() : PlaceMutation("elements-in-lists", true, "DRIFT317")
{
    protected override bool Fits(Spot spot) => spot.Depth > 0 && spot.Steps[^1] == Spot.Any && spot.Field is not (NullField or ListField);

    protected override Field Change(Field body, Spot spot, Dice dice) => Spots.With(body, spot.Steps, f => new ListField(f, 1, 2));
}
