using Harness.Drift.Findings;
using Harness.Drift.Inference;

namespace Harness.Drift.Comparison;

/// <summary>Where the target has always answered as it does tonight and the contract says otherwise, the contract is wrong: proposes what it should say.</summary>
internal static class ContractAdvice
{
    public const int EnoughRuns = 3;

    private static readonly Dictionary<string, string> Changes = new(StringComparer.Ordinal)
    {
        ["DRIFT204"] = "change-type",
        ["DRIFT301"] = "remove-property",
        ["DRIFT303"] = "add-property",
        ["DRIFT305"] = "change-type",
        ["DRIFT308"] = "allow-null",
        ["DRIFT311"] = "add-enum-value",
        ["DRIFT314"] = "change-format",
        ["DRIFT317"] = "change-type",
    };

    /// <param name="found">Tonight's findings: what is under suspicion is no ground for a proposal.</param>
    public static IEnumerable<ContractPatch> Patches(EndpointNight night, IReadOnlyCollection<Finding> found)
    {
        if (night.Tonight.Body is not { } tonight || night.JsonRuns < EnoughRuns || night.Schema is null)
        {
            yield break;
        }

        HashSet<string> usual = [.. ContractCheck.Differences(night.Schema, Shape.MergeAll(night.History.Select(r => r.Body).OfType<Shape>()).Root, countsEmpty: false).Select(KeyOf)];
        HashSet<string> suspected = [.. found.Select(f => f.Pointer)];
        ContractAnchor? anchor = night.Operation is { Location: { File: { Length: > 0 } file, Line: var line } } ? new ContractAnchor(file, Math.Max(1, line)) : null;
        foreach (Difference difference in ContractCheck.Differences(night.Schema, tonight.Root, countsEmpty: false).Where(d => usual.Contains(KeyOf(d)) && !suspected.Contains(d.Pointer)))
        {
            yield return new ContractPatch(
                night.Key.Family, night.Key.Method, night.Key.Path, difference.Pointer, Changes[difference.Rule.Id], difference.Before, difference.After, night.JsonRuns, anchor);
        }
    }

    private static string KeyOf(Difference difference) => $"{difference.Rule.Id} {difference.Pointer}";
}
