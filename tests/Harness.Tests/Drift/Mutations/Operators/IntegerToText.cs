using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A number comes as a text.</summary>
internal sealed class IntegerToText() : ValueMutation("integer-to-text", true, "DRIFT305")
{
    protected override bool Fits(Field field) => field is ScalarField { Form: ScalarForm.Integer };

    protected override Field Change(Field field) => new ScalarField(ScalarForm.IntegerText);
}
