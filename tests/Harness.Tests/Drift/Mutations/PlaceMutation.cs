using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations;

/// <summary>A change of one place of the body, drawn from all places that can change so.</summary>
internal abstract class PlaceMutation(string name, bool isStructural, params string[] rules) : MutationOperator(name, isStructural, rules)
{
    public sealed override Mutant? Apply(AnswerLaw law, Dice dice)
    {
        if (law.Body is not { } body)
        {
            return null;
        }

        Spot[] fitting = [.. Spots.Of(body).Where(Fits)];
        if (fitting.Length == 0)
        {
            return null;
        }

        Spot spot = fitting[dice.Below(fitting.Length, 1)];
        return new Mutant(law with { Body = Change(body, spot, dice) }, PointerOf(spot), ShownAt(spot));
    }

    protected abstract bool Fits(Spot spot);

    protected abstract Field Change(Field body, Spot spot, Dice dice);

    protected virtual string PointerOf(Spot spot) => spot.Pointer;

    protected virtual string ShownAt(Spot spot) => spot.Pointer;
}
