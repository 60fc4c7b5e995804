using Harness.Drift.Comparison;
using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>Another media type than before.</summary>
public sealed class Drift202ContentTypeChanged() : AnswerRule(
    "DRIFT202",
    "Content type changed",
    "media-type-changed",
    Severity.Error,
    mayGate: true,
    "The answer's media type is one that no earlier run had.")
{
    public override IEnumerable<Difference> Check(EndpointNight night)
    {
        foreach (string type in night.Tonight.MediaTypes.Keys)
        {
            if (night.Since(r => r.MediaTypes.Count == 0 ? null : !r.MediaTypes.ContainsKey(type)) is { HeldAlways: true } streak)
            {
                ContractOpinion contract = night.OnMediaType(type);
                yield return new Difference(this, "", streak, contract, night.UsualMediaTypes, type, $"None of {streak.Runs} earlier runs had it.") { IsPlain = true };
            }
        }
    }
}
