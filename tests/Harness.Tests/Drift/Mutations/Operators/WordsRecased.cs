using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A vocabulary is written with other capitals.</summary>
internal sealed class WordsRecased() : ValueMutation("words-recased", false, "DRIFT313")
{
    protected override bool Fits(Field field) => field is ScalarField { Form: ScalarForm.Word } words && words.Words.All(w => w.Any(char.IsAsciiLetterLower));

    protected override Field Change(Field field) => (ScalarField)field with { Words = [.. ((ScalarField)field).Words.Select(w => w.ToUpperInvariant())] };
}
