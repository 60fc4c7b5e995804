using Harness.Drift.Comparison;
using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>A word came that is not in the known vocabulary.</summary>
public sealed class Drift311EnumValueNew() : PlaceRule(
    "DRIFT311",
    "New enum value",
    "enum-value-new",
    Severity.Warn,
    mayGate: false,
    "A text that was one of few words is a word that neither an earlier run nor the contract has.")
{
    public override IEnumerable<Difference> Check(Place place) =>
        Vocabulary.New(place).Where(w => !Vocabulary.IsOtherCase(place, w.Word)).Select(w => new Difference(
            this, place.Pointer, w.Streak, w.Contract, $"{Vocabulary.Size(place)} known words", Vocabulary.Show(place, w.Word),
            $"None of {w.Streak.Runs} earlier runs had the word."));
}
