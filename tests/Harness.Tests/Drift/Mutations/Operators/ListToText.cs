using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A list comes as one text.</summary>
internal sealed class ListToText() : ValueMutation("list-to-text", true, "DRIFT317")
{
    protected override bool Fits(Field field) => field is ListField { Most: > 0 };

    protected override Field Change(Field field) => new ScalarField(ScalarForm.Text);
}
