using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>Addresses become free text.</summary>
internal sealed class AddressToText() : ValueMutation("uri-to-text", false, "DRIFT314")
{
    protected override bool Fits(Field field) => field is ScalarField { Form: ScalarForm.Uri };

    protected override Field Change(Field field) => new ScalarField(ScalarForm.OpaqueId);
}
