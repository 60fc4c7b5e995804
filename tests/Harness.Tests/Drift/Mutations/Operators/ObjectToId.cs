using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>An object is replaced by its id.</summary>
internal sealed class ObjectToId() : ValueMutation("object-to-id", true, "DRIFT317")
{
    protected override bool Fits(Field field) => field is ObjectField { Members.Count: > 0 };

    protected override Field Change(Field field) => new ScalarField(ScalarForm.Uuid);
}
