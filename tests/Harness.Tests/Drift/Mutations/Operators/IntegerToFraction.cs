using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>Whole numbers become fractions.</summary>
internal sealed class IntegerToFraction() : ValueMutation("integer-to-fraction", false, "DRIFT315")
{
    protected override bool Fits(Field field) => field is ScalarField { Form: ScalarForm.Integer };

    protected override Field Change(Field field) => new ScalarField(ScalarForm.Fraction);
}
