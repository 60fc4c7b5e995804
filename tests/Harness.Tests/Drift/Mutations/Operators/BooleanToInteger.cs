using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A truth value comes as a number.</summary>
internal sealed class BooleanToInteger() : ValueMutation("boolean-to-integer", true, "DRIFT305")
{
    protected override bool Fits(Field field) => field is ScalarField { Form: ScalarForm.Boolean };

    protected override Field Change(Field field) => new ScalarField(ScalarForm.Integer);
}
