using System.Text.Json;
using Harness.Drift.Inference;

namespace Harness.Drift.Comparison;

/// <summary>Words that came tonight, held against those of earlier runs and of the contract.</summary>
internal static class Vocabulary
{
    private const long EnoughWords = 20;

    public static IEnumerable<NewWord> New(Place place)
    {
        if (IsTag(place) || place.Tonight is not { Literals.IsOpen: true } tonight)
        {
            return [];
        }

        HashSet<string> declared = [.. (place.Schema?.Enum ?? []).Where(e => e.StartsWith('"')).Select(e => JsonSerializer.Deserialize<string>(e)!)];
        bool isKnown = place.Before.Literals is { IsVocabulary: true, Untold: 0 } words && words.Total >= EnoughWords;
        return !isKnown && declared.Count == 0
            ? []
            : tonight.Literals.All.Select(l => l.Text)
                .Where(word => !declared.Contains(word))
                .Select(word => (word, isKnown ? place.Since(n => Has(n, word) is { } has ? !has : null) : Whole(place, word)))
                .Where(w => w.Item2 is { HeldAlways: true })
                .Select(w => new NewWord(w.word, w.Item2!.Value, declared.Count > 0 ? ContractOpinion.Breaks : ContractOpinion.Silent));
    }

    /// <summary>The member tells kinds of objects apart, which has a rule of its own.</summary>
    public static bool IsTag(Place place) => place.Parent is { } parent && place.Name.Length > 0 && parent.Before.Variants.TagName == place.Name;

    public static bool? Has(ShapeNode node, string word) => node.Literals is { IsOpen: true, Total: > 0 } words ? words.Contains(word) : null;

    public static bool IsOtherCase(Place place, string word) =>
        place.Before.Literals.All.Any(l => string.Equals(l.Text, word, StringComparison.OrdinalIgnoreCase) && l.Text != word)
        || (place.Schema?.Enum ?? []).Any(e => string.Equals(e.Trim('"'), word, StringComparison.OrdinalIgnoreCase) && e.Trim('"') != word);

    /// <summary>The word itself only when enough objects share it.</summary>
    public static string Show(Place place, string word) => place.Tonight!.Literals.All.Any(l => l.Text == word && l.Count >= 3) ? word : "a word outside them";

    public static int Size(Place place) => Math.Max(place.Before.Literals.All.Count, place.Schema?.Enum.Count ?? 0);

    // The baseline kept no words (too few objects share them), but the contract lists them.
    private static Streak? Whole(Place place, string word) =>
        place.Since(n => n[Tally.String] == 0 ? null : Has(n, word) is not true);
}
