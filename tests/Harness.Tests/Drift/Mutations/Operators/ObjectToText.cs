using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>An object comes as one text.</summary>
internal sealed class ObjectToText() : ValueMutation("object-to-text", true, "DRIFT317")
{
    protected override bool Fits(Field field) => field is ObjectField { Members.Count: > 0 };

    protected override Field Change(Field field) => new ScalarField(ScalarForm.Text);
}
