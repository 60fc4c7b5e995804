using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A list becomes its only element.</summary>
internal sealed class ListToSingle() : ValueMutation("list-to-single", true, "DRIFT317", "DRIFT305")
{
    protected override bool Fits(Field field) => field is ListField { Most: > 0, Item: not NullField and not ListField };

    protected override Field Change(Field field) => ((ListField)field).Item;
}
