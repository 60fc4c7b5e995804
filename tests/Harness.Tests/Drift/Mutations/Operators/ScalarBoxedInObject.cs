using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A plain value stands in an object.</summary>
internal sealed class ScalarBoxedInObject() : ValueMutation("scalar-boxed-in-object", true, "DRIFT317")
{
    protected override bool Fits(Field field) => field is ScalarField;

    protected override Field Change(Field field) => new ObjectField([new FieldMember("value", field)]);
}
