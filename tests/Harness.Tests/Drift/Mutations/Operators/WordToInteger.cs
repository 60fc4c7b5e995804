using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A word of a vocabulary comes as its number.</summary>
internal sealed class WordToInteger() : ValueMutation("word-to-integer", true, "DRIFT305")
{
    protected override bool Fits(Field field) => field is ScalarField { Form: ScalarForm.Word };

    protected override Field Change(Field field) => new ScalarField(ScalarForm.Integer);
}
