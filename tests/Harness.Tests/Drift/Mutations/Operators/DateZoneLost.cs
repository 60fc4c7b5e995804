using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>Dates no longer say in which zone they are.</summary>
internal sealed class DateZoneLost() : ValueMutation("date-zone-lost", false, "DRIFT314")
{
    protected override bool Fits(Field field) => field is ScalarField { Form: ScalarForm.DateTimeUtc or ScalarForm.DateTimeOffset };

    protected override Field Change(Field field) => new ScalarField(ScalarForm.DateTimeLocal);
}
