using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>Ids are no GUIDs any more.</summary>
internal sealed class IdKindChanged() : ValueMutation("id-kind-changed", false, "DRIFT314")
{
    protected override bool Fits(Field field) => field is ScalarField { Form: ScalarForm.Uuid };

    protected override Field Change(Field field) => new ScalarField(ScalarForm.OpaqueId);
}
