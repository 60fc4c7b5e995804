using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations;

/// <summary>A change of what stands at a place, whatever it is called and however often it comes.</summary>
internal abstract class ValueMutation(string name, bool isStructural, params string[] rules) : PlaceMutation(name, isStructural, rules)
{
    protected sealed override bool Fits(Spot spot) => spot.Depth > 0 && !VariantNames.IsTag(spot.Steps[^1]) && Fits(spot.Field);

    protected abstract bool Fits(Field field);

    protected abstract Field Change(Field field);

    protected sealed override Field Change(Field body, Spot spot, Dice dice) => Spots.With(body, spot.Steps, Change);
}
