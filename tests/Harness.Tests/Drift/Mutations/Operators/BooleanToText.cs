using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A truth value comes as a text.</summary>
internal sealed class BooleanToText() : ValueMutation("boolean-to-text", true, "DRIFT305")
{
    protected override bool Fits(Field field) => field is ScalarField { Form: ScalarForm.Boolean };

    protected override Field Change(Field field) => new ScalarField(ScalarForm.Word) { Words = ["true", "false"] };
}
