using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations;

/// <summary>A steady member under another name.</summary>
internal abstract class NameMutation(string name, params string[] rules) : PlaceMutation(name, true, rules)
{
    protected override bool Fits(Spot spot) => spot.IsSteadyMember && !VariantNames.IsTag(spot.Steps[^1]) && NewName(spot.Steps[^1]) != spot.Steps[^1];

    protected sealed override Field Change(Field body, Spot spot, Dice dice) => Spots.WithMember(body, spot, m => m with { Name = NewName(m.Name) });

    protected abstract string NewName(string name);
}
