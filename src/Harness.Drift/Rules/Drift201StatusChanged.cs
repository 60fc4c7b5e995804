using Harness.Drift.Comparison;
using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>Another status than before, success or refusal.</summary>
public sealed class Drift201StatusChanged() : AnswerRule(
    "DRIFT201",
    "Status changed",
    "status-changed",
    Severity.Warn,
    mayGate: false,
    "The endpoint answers with a status that it did not use before: another success, or a refusal that no other "
    + "rule explains.")
{
    public override IEnumerable<Difference> Check(EndpointNight night)
    {
        foreach (int status in night.Statuses)
        {
            if (night.Since(r => !r.WasStatus(status)) is { HeldAlways: true } streak)
            {
                yield return new Difference(
                    this, "", streak, night.Declares(status) ? ContractOpinion.Fits : ContractOpinion.Breaks, night.UsualStatuses, $"{status}",
                    $"None of {streak.Runs} earlier runs had that status.")
                { IsPlain = true };
            }
        }
    }
}
