using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>An object with ids for keys gets named members.</summary>
internal sealed class MapToRecord() : ValueMutation("map-to-record", false, "DRIFT318")
{
    protected override bool Fits(Field field) => field is MapField { HasIds: true };

    protected override Field Change(Field field) => new ObjectField([new FieldMember("first", ((MapField)field).Value), new FieldMember("second", ((MapField)field).Value)]);
}
