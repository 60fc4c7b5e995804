using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>An object with named members becomes one with ids for keys.</summary>
internal sealed class RecordToMap() : ValueMutation("record-to-map", false, "DRIFT318")
{
    protected override bool Fits(Field field) => field is ObjectField { Members.Count: > 1 };

    protected override Field Change(Field field) => new MapField(((ObjectField)field).Members[0].Value, HasIds: true);
}
