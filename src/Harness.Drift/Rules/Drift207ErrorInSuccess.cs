using Harness.Drift.Comparison;
using Harness.Drift.Findings;
using Harness.Drift.Inference;

namespace Harness.Drift.Rules;

/// <summary>A success that says it failed.</summary>
public sealed class Drift207ErrorInSuccess() : AnswerRule(
    "DRIFT207",
    "Error inside a success",
    "error-in-success",
    Severity.Warn,
    mayGate: false,
    "A 2xx answer holds an error object and none of the members that it used to have.")
{
    private static readonly string[] Names = ["error", "odata.error", "errors", "Error", "ErrorData"];

    public override IEnumerable<Difference> Check(EndpointNight night)
    {
        if (night.Since(r => r.Body is null ? null : !IsError(r.Body.Root)) is { } streak)
        {
            yield return new Difference(this, "", streak, ContractOpinion.Silent, "data", "an error object", "The answer is an error in the clothes of a success.");
        }
    }

    internal static bool IsError(ShapeNode root) => root.Members.Count is > 0 and <= 2 && Names.Any(n => root.FindMember(n) is { } error && error[Tally.Object] > 0);
}
