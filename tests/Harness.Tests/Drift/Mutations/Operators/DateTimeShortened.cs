using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A date and time becomes a date.</summary>
internal sealed class DateTimeShortened() : ValueMutation("date-time-shortened", false, "DRIFT314")
{
    protected override bool Fits(Field field) => field is ScalarField { Form: ScalarForm.DateTimeUtc };

    protected override Field Change(Field field) => new ScalarField(ScalarForm.Date);
}
