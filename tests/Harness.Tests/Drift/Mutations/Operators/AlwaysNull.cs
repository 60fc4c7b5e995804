using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A member is null wherever it comes.</summary>
internal sealed class AlwaysNull() : PlaceMutation("always-null", false, "DRIFT309")
{
    protected override bool Fits(Spot spot) => spot.IsSteadyMember && spot.Field is not NullField;

    protected override Field Change(Field body, Spot spot, Dice dice) => Spots.WithMember(body, spot, m => m with { Nulls = 1 });
}
