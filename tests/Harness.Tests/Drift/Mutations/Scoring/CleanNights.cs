using System.Globalization;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Drift.Baselines;
using Harness.Drift.Comparison;
using Harness.Drift.Findings;
using Harness.Drift.Probing;
using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Scoring;

/// <summary>Lets all endpoints answer night after night while nobody changes anything: every gated finding is a false alarm.</summary>
internal static class CleanNights
{
    public static IEnumerable<IReadOnlyList<Finding>> Run(IReadOnlyList<SeededEndpoint> endpoints, int nights)
    {
        Operation[] operations = [.. endpoints.Select(e => e.Operation)];
        Family[] families = [.. endpoints.Select(e => e.Family).Distinct()];
        var baseline = new Baseline { Target = "lab" };
        for (int night = 0; night < EndpointNights.WarmUp + nights; night++)
        {
            string run = night.ToString("run-0000", CultureInfo.InvariantCulture);
            DateTimeOffset at = SeededEndpoint.TimeOf(night);
            Observation[] tonight = [.. endpoints.SelectMany(e => e.Answers(e.Law, night))];
            ComparisonOutcome outcome = Comparer.Compare(new ComparisonInput
            {
                Operations = operations,
                Families = families,
                Tonight = tonight,
                Baseline = baseline,
                RunId = run,
                At = at,
            });
            baseline = baseline.Learn(tonight, run, at, outcome.Environment, outcome.Findings);
            if (night >= EndpointNights.WarmUp)
            {
                yield return outcome.Findings;
            }
        }
    }
}
