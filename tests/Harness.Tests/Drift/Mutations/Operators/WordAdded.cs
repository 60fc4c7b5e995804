using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A vocabulary gets a word more.</summary>
internal sealed class WordAdded() : ValueMutation("word-added", false, "DRIFT311")
{
    protected override bool Fits(Field field) => field is ScalarField { Form: ScalarForm.Word, Words.Count: > 1 };

    protected override Field Change(Field field) => new MixedField(field, new ScalarField(ScalarForm.Word) { Words = ["Newfangled"] }, 0.6);
}
