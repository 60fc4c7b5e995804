using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A list becomes an object with an id for each element.</summary>
internal sealed class ListToMap() : ValueMutation("list-to-map", true, "DRIFT317")
{
    protected override bool Fits(Field field) => field is ListField { Most: > 0 };

    protected override Field Change(Field field) => new MapField(((ListField)field).Item, HasIds: true);
}
