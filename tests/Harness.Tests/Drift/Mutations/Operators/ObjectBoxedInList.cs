using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>An object becomes a list of such.</summary>
internal sealed class ObjectBoxedInList() : ValueMutation("object-boxed-in-list", true, "DRIFT317")
{
    protected override bool Fits(Field field) => field is ObjectField { Members.Count: > 0 };

    protected override Field Change(Field field) => new ListField(field, 1, 3);
}
