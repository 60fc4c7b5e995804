using Harness.Drift.Comparison;
using Harness.Drift.Findings;
using Harness.Drift.Inference;

namespace Harness.Drift.Rules;

/// <summary>A word of the vocabulary does not come any more.</summary>
public sealed class Drift312EnumValueRetired() : PlaceRule(
    "DRIFT312",
    "Enum value retired",
    "enum-value-retired",
    Severity.Info,
    mayGate: false,
    "A word of a small vocabulary has not come for a long time.")
{
    public override IEnumerable<Difference> Check(Place place)
    {
        if (Vocabulary.IsTag(place) || place.Tonight is not { Literals.IsOpen: true } || place.Before is not { Literals.IsVocabulary: true } before)
        {
            yield break;
        }

        foreach (Literal literal in before.Literals.All.Where(l => l.Count >= 3))
        {
            if (place.Since(n => Vocabulary.Has(n, literal.Text)) is { Chance: < Posterior.Gate } streak)
            {
                yield return new Difference(
                    this, place.Pointer, streak, ContractOpinion.Silent, literal.Text, "absent",
                    $"The word came in {streak.Held} of {streak.Runs} runs and not in the last {streak.Absences}.");
            }
        }
    }
}
