using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A number becomes a truth value.</summary>
internal sealed class IntegerToBoolean() : ValueMutation("integer-to-boolean", true, "DRIFT305")
{
    protected override bool Fits(Field field) => field is ScalarField { Form: ScalarForm.Integer };

    protected override Field Change(Field field) => new ScalarField(ScalarForm.Boolean);
}
