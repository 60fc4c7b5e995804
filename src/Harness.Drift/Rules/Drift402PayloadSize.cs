using Harness.Drift.Comparison;
using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>Much larger or smaller than it was.</summary>
public sealed class Drift402PayloadSize() : AnswerRule(
    "DRIFT402",
    "Size changed",
    "size",
    Severity.Info,
    mayGate: false,
    "The answer is five times as large as the median of fourteen runs or more, or a fifth of it. It never gates.")
{
    private const int EnoughRuns = 14;
    private const int Times = 5;

    public override IEnumerable<Difference> Check(EndpointNight night)
    {
        long usual = night.Usual(r => r.Bytes);
        long now = night.Tonight.Bytes;
        if (night.History.Count >= EnoughRuns && night.Tonight.Successes > 0 && Math.Max(usual, now) > 4096 && (now > usual * Times || now * Times < usual))
        {
            yield return new Difference(
                this, "", new Streak(night.History.Count, night.History.Count, 1, false), ContractOpinion.Silent, $"{usual} bytes", $"{now} bytes",
                "The largest answer of a run.")
            { IsPlain = true };
        }
    }
}
