using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>The list of results is empty night after night.</summary>
internal sealed class ListEmptied() : PlaceMutation("list-emptied", false, "DRIFT203")
{
    protected override bool Fits(Spot spot) => spot is { Depth: <= 1, Field: ListField { Item: ObjectField, Most: > 0, Empty: 0 } } && (spot.Depth == 0 || spot.IsSteadyMember);

    protected override Field Change(Field body, Spot spot, Dice dice) => Spots.With(body, spot.Steps, f => (ListField)f with { Empty = 1 });
}
