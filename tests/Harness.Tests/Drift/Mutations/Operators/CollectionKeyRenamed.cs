using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>The document's list of results has another name.</summary>
internal sealed class CollectionKeyRenamed() : PlaceMutation("collection-key-renamed", true, "DRIFT206")
{
    protected override bool Fits(Spot spot) => spot is { Depth: 1, IsSteadyMember: true, Field: ListField { Item: ObjectField, Most: > 0 } };

    protected override Field Change(Field body, Spot spot, Dice dice) => Spots.WithMember(body, spot, m => m with { Name = m.Name == "results" ? "value" : "results" });

    // Of a list that never had an element nobody knows that it holds results.
    protected override string ShownAt(Spot spot) => spot.PointerOfChild(Spot.Any);
}
