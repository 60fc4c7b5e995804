using Harness.Drift.Findings;
using Harness.Drift.Rules;

namespace Harness.Drift.Comparison;

/// <summary>Compares the good answers of one endpoint with what is known of it, or with the contract as long as little is known.</summary>
internal static class EndpointComparison
{
    private const int EnoughRuns = 3;

    private static readonly AnswerRule[] Rules = [.. RuleRegistry.OfAnswers];

    public static IReadOnlyList<Finding> Findings(EndpointNight night)
    {
        Difference[] answer = night.History.Count == 0 ? [] : [.. Rules.SelectMany(r => r.Check(night))];
        IReadOnlyList<Difference> shape = Shape(night);

        // Of nothing, and of an error in the clothes of a success, there is no shape to compare; but a document of one member is empty without it.
        bool isHollow = Array.Exists(answer, IsHollow);
        if (isHollow && shape is [{ Rule.Id: "DRIFT301" or "DRIFT304" or "DRIFT206" }])
        {
            answer = [.. answer.Where(d => !IsHollow(d))];
            isHollow = false;
        }

        Difference[] differences = [.. Reappeared(night), .. answer, .. isHollow ? [] : shape, .. night.JsonRuns < EnoughRuns ? AgainstContract(night) : []];
        Finding[] found = [.. differences.Select(d => FindingWriter.Of(night, d)).OfType<Finding>().DistinctBy(f => f.Fingerprint)];
        return [.. found.Where(f => !IsConsequence(f, found))];
    }

    private static bool IsHollow(Difference difference) => difference.Rule.Id == "DRIFT207" || difference is { Rule.Id: "DRIFT203", Pointer: "" };

    // An answer whose members went or came is smaller or larger for it, and empty when all of them went: one edit, told once.
    private static bool IsConsequence(Finding finding, Finding[] found) => finding.Rule switch
    {
        "DRIFT203" => found.Any(f => f.Rule == "DRIFT301" && f.Severity >= Severity.Warn),
        "DRIFT402" => found.Any(f => f.Rule != finding.Rule && f.Rule.StartsWith("DRIFT3", StringComparison.Ordinal)),
        _ => false,
    };

    private static IReadOnlyList<Difference> Shape(EndpointNight night) =>
        TreeWalk.Document(night) is { } document ? Claims.Settle(document, TreeWalk.Differences(document)) : [];

    private static IEnumerable<Difference> Reappeared(EndpointNight night)
    {
        if (night.History.Count > 0 && night.History[^1].Successes == 0 && night.WasGood && night.Tonight.Successes > 0)
        {
            int gone = night.History.Reverse().TakeWhile(r => r.Successes == 0).Count();
            yield return new Difference(
                RuleRegistry.Get("DRIFT107"), "", new Streak(gone, gone, 1, false), ContractOpinion.Fits, $"gone for {gone} runs", "back", "It answers again.")
            { IsPlain = true };
        }
    }

    private static IEnumerable<Difference> AgainstContract(EndpointNight night)
    {
        var unknown = new Streak(0, 0, 1, false);
        string[] others = [.. night.Tonight.MediaTypes.Keys.Where(t => night.OnMediaType(t) == ContractOpinion.Breaks)];
        if (others.Length > 0)
        {
            string declared = string.Join(", ", night.Operation!.Success!.Content.Select(c => c.MediaType));
            yield return new Difference(
                RuleRegistry.Get("DRIFT202"), "", unknown, ContractOpinion.Breaks, declared, others[0], "The contract declares another media type.")
            { IsPlain = true };
            yield break;
        }

        foreach (Difference difference in ContractCheck.Differences(night.Schema, (night.Tonight.Body ?? Inference.Shape.Empty).Root, countsEmpty: true))
        {
            yield return difference;
        }
    }
}
