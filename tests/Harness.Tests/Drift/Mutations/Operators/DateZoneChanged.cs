using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>Dates have an offset instead of a Z.</summary>
internal sealed class DateZoneChanged() : ValueMutation("date-zone-changed", false, "DRIFT314")
{
    protected override bool Fits(Field field) => field is ScalarField { Form: ScalarForm.DateTimeUtc };

    protected override Field Change(Field field) => new ScalarField(ScalarForm.DateTimeOffset);
}
