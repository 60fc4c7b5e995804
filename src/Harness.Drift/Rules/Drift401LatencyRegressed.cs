using Harness.Drift.Comparison;
using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>Slower than it was.</summary>
public sealed class Drift401LatencyRegressed() : AnswerRule(
    "DRIFT401",
    "Slower than it was",
    "latency",
    Severity.Info,
    mayGate: false,
    "Answers take three times as long as the median of fourteen runs or more, and a second longer. It never gates.")
{
    private const int EnoughRuns = 14;

    public override IEnumerable<Difference> Check(EndpointNight night)
    {
        long usual = night.Usual(r => r.Milliseconds);
        if (night.History.Count >= EnoughRuns && night.Tonight.Milliseconds > (3 * usual) + 1000)
        {
            yield return new Difference(
                this, "", new Streak(night.History.Count, night.History.Count, 1, false), ContractOpinion.Silent, $"{usual} ms", $"{night.Tonight.Milliseconds} ms",
                "Medians of a run's samples.")
            { IsPlain = true };
        }
    }
}
