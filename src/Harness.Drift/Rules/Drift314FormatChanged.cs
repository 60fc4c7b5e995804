using Harness.Drift.Comparison;
using Harness.Drift.Findings;
using Harness.Drift.Inference;

namespace Harness.Drift.Rules;

/// <summary>Texts or numbers no longer have the form they all had.</summary>
public sealed class Drift314FormatChanged() : PlaceRule(
    "DRIFT314",
    "Format changed",
    "format-changed",
    Severity.Warn,
    mayGate: false,
    "All values at the place had one form (an id, a date with its zone, a number in a text), and tonight they have "
    + "not.")
{
    private const long EnoughValues = 10;

    private static readonly Tally[] Texts = [.. Tallies.TextFormats.Where(f => f != Tally.EmptyText)];

    public override IEnumerable<Difference> Check(Place place)
    {
        Streak? text = Texts.Select(f => Since(place, f, n => n[Tally.String] - n[Tally.EmptyText])).FirstOrDefault(s => s is not null);
        Streak? changed = text ?? Tallies.NumberFormats.Select(f => Since(place, f, n => n[Tally.Integer])).FirstOrDefault(s => s is not null);
        if (changed is { } streak && KindChange.Of(place) is null)
        {
            Tally was = Texts.Concat(Tallies.NumberFormats).MaxBy(f => place.Before[f]);
            yield return new Difference(
                this, place.Pointer, streak, ContractOpinion.Silent, Tallies.NameOf(was), ShapeWords.Format(place.Tonight!) is { } now ? Tallies.NameOf(now) : "no such form",
                $"All values were {Tallies.NameOf(was)} in {streak.Held} of {streak.Runs} runs.");
        }
    }

    private static Streak? Since(Place place, Tally format, Func<ShapeNode, long> values)
    {
        Streak? streak = place.Since(n => values(n) == 0 ? null : n[format] == values(n));
        bool isWorth = streak is { HeldAlways: true } && place.Before[format] >= EnoughValues;
        long broken = place.Tonight is { } tonight ? values(tonight) - tonight[format] : 0;
        return isWorth && (broken >= 2 || broken == values(place.Tonight!)) ? streak : null;
    }
}
