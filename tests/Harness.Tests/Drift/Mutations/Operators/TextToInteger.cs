using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A text becomes a number.</summary>
internal sealed class TextToInteger() : ValueMutation("text-to-integer", true, "DRIFT305")
{
    protected override bool Fits(Field field) => field is ScalarField { IsText: true };

    protected override Field Change(Field field) => new ScalarField(ScalarForm.Integer);
}
