using Harness.Drift.Comparison;
using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>Words are written with other capitals.</summary>
public sealed class Drift313EnumCaseChanged() : PlaceRule(
    "DRIFT313",
    "Enum case changed",
    "enum-case-changed",
    Severity.Warn,
    mayGate: false,
    "A word came that differs from a known one in capitals only: clients that compare letter by letter miss it.")
{
    public override IEnumerable<Difference> Check(Place place) =>
        Vocabulary.New(place).Where(w => Vocabulary.IsOtherCase(place, w.Word)).Take(1).Select(w => new Difference(
            this, place.Pointer, w.Streak, w.Contract, $"{Vocabulary.Size(place)} known words", "the same with other capitals",
            $"In {w.Streak.Runs} earlier runs the word was written otherwise."));
}
