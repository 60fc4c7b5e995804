using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>A date comes as seconds since 1970.</summary>
internal sealed class DateToEpoch() : ValueMutation("date-to-epoch", true, "DRIFT305")
{
    protected override bool Fits(Field field) => field is ScalarField { Form: ScalarForm.DateTimeUtc or ScalarForm.DateTimeLocal or ScalarForm.DateTimeOffset or ScalarForm.Date };

    protected override Field Change(Field field) => new ScalarField(ScalarForm.EpochSeconds);
}
