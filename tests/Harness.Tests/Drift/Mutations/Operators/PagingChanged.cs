using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>The next page is asked for in another way.</summary>
internal sealed class PagingChanged() : PlaceMutation("paging-changed", true, "DRIFT205")
{
    private static readonly string[] Links = ["@odata.nextLink", "odata.nextLink", "nextLink"];

    protected override bool Fits(Spot spot) => spot is { Depth: 1, IsSteadyMember: true } && Links.Contains(spot.Steps[0]);

    protected override Field Change(Field body, Spot spot, Dice dice) =>
        Spots.WithMember(body, spot, m => m with { Name = "continuationToken", Value = new ScalarField(ScalarForm.OpaqueId) });
}
