using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>Every word is another one.</summary>
internal sealed class WordReplaced() : ValueMutation("vocabulary-replaced", false, "DRIFT311")
{
    protected override bool Fits(Field field) => field is ScalarField { Form: ScalarForm.Word, Words.Count: > 1 };

    protected override Field Change(Field field) => (ScalarField)field with { Words = [.. ((ScalarField)field).Words.Select(w => w + "Next")] };
}
