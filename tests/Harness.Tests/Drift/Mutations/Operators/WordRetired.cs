using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>The most frequent word of a vocabulary comes no more.</summary>
internal sealed class WordRetired() : ValueMutation("word-retired", false, "DRIFT312")
{
    protected override bool Fits(Field field) => field is ScalarField { Form: ScalarForm.Word, Words.Count: > 2 };

    protected override Field Change(Field field) => (ScalarField)field with { Words = [.. ((ScalarField)field).Words.Skip(1)] };
}
