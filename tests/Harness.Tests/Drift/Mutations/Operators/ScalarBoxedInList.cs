using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A plain value becomes a list of such.</summary>
internal sealed class ScalarBoxedInList() : ValueMutation("scalar-boxed-in-list", true, "DRIFT317")
{
    protected override bool Fits(Field field) => field is ScalarField;

    protected override Field Change(Field field) => new ListField(field, 1, 3);
}
