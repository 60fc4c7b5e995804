using Harness.Drift.Comparison;
using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>Nothing comes where data came.</summary>
public sealed class Drift203Empty() : AnswerRule(
    "DRIFT203",
    "Empty where there was data",
    "empty",
    Severity.Warn,
    mayGate: false,
    "No body, null, or an empty list where almost every earlier run had data. An empty list proves nothing about "
    + "the shape of its elements, so it is a warning at most, after several runs.")
{
    private const int EnoughRuns = 14;

    public override IEnumerable<Difference> Check(EndpointNight night)
    {
        if (night.Since(EndpointNight.HasData) is { } streak
            && (night.Tonight.Body is null ? streak.Chance < Posterior.Mention : streak.Runs >= EnoughRuns && streak.Held * 20 >= streak.Runs * 19 && streak.Absences >= 3))
        {
            yield return new Difference(
                this, "", streak, ContractOpinion.Silent, "data", "nothing", $"It had data in {streak.Held} of {streak.Runs} runs and has been empty for {streak.Absences}.");
        }
    }
}
