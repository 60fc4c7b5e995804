using System.Globalization;
using System.Text.Json;
using Harness.Drift.Baselines;
using Harness.Drift.Comparison;
using Harness.Drift.Findings;
using Harness.Drift.Probing;
using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Scoring;

/// <summary>One endpoint that is probed night after night, and what is learned of it.</summary>
internal sealed class EndpointNights(SeededEndpoint endpoint)
{
    public const int WarmUp = 14;

    private Baseline _baseline = new() { Target = "lab" };

    public SeededEndpoint Endpoint => endpoint;

    public int Night { get; private set; }

    public EndpointBaseline Known => _baseline.Endpoints.Values.SingleOrDefault() ?? throw new InvalidOperationException($"Nothing was learned of {endpoint.Operation}.");

    /// <summary>Gated findings of the warm-up, which are all false.</summary>
    public int FalseGates { get; private set; }

    public static EndpointNights Warm(SeededEndpoint endpoint)
    {
        var nights = new EndpointNights(endpoint);
        for (int night = 0; night < WarmUp; night++)
        {
            nights.FalseGates += nights.Next(endpoint.Answers(endpoint.Law, night)).Count(f => f.Gates);
        }

        nights.Store();
        return nights;
    }

    public EndpointNights Fork() => new(endpoint) { _baseline = _baseline, Night = Night };

    /// <summary>What tonight's answers say against all nights before; then they are learned.</summary>
    public IReadOnlyList<Finding> Next(IReadOnlyList<Observation> answers)
    {
        string run = Night.ToString("run-0000", CultureInfo.InvariantCulture);
        DateTimeOffset at = SeededEndpoint.TimeOf(Night++);
        ComparisonOutcome outcome = Comparer.Compare(new ComparisonInput
        {
            Operations = [endpoint.Operation],
            Families = [endpoint.Family],
            Tonight = answers,
            Baseline = _baseline,
            RunId = run,
            At = at,
        });
        _baseline = _baseline.Learn(answers, run, at, outcome.Environment, outcome.Findings);
        return outcome.Findings;
    }

    // What a baseline file leaves out is not known the next night either.
    private void Store()
    {
        using JsonDocument file = JsonDocument.Parse(BaselineJson.Write(Known));
        EndpointBaseline read = BaselineJson.Read(file.RootElement);
        _baseline = _baseline with { Endpoints = new SortedDictionary<EndpointKey, EndpointBaseline>(EndpointOrder.Instance) { [read.Key] = read } };
    }
}
