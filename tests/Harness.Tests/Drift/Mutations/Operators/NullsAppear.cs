using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A member that never was null is so now and then.</summary>
internal sealed class NullsAppear() : PlaceMutation("nulls-appear", false, "DRIFT308", "DRIFT309")
{
    protected override bool Fits(Spot spot) => spot.IsSteadyMember && spot.Field is not NullField && spot.Steps.Contains(Spot.Any);

    protected override Field Change(Field body, Spot spot, Dice dice) => Spots.WithMember(body, spot, m => m with { Nulls = 0.5 });
}
