using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>Objects of a further kind come in a list.</summary>
internal sealed class VariantNew() : ValueMutation("variant-new", false, "DRIFT319")
{
    protected override bool Fits(Field field) => field is ObjectField known && known.Members.Any(IsTag);

    protected override Field Change(Field field) => Further((ObjectField)field);

    private static bool IsTag(FieldMember member) => VariantNames.IsTag(member.Name) && member.Value is ScalarField { Form: ScalarForm.Word };

    private static MixedField Further(ObjectField known) => new(
        known,
        new ObjectField([.. known.Members.Select(m => IsTag(m) ? m with { Value = new ScalarField(ScalarForm.Word) { Words = ["laterKind"] } } : m), new FieldMember("onlyThere", new ScalarField(ScalarForm.Boolean))]),
        0.6);
}
