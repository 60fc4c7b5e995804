using System.Text.Json.Nodes;
using Harness.Contracts;
using Harness.Contracts.Operations;

namespace Harness.Drift.ContractDiff;

/// <summary>Compares two versions of a contract word for word: letter case, slashes and names of path parameters count, order does not.</summary>
public static class ContractComparison
{
    /// <summary>Every difference once, a changed subtree at its top; sorted, so that the same trees give the same text.</summary>
    public static IReadOnlyList<ContractDifference> Compare(CompiledContracts before, CompiledContracts after)
    {
        Dictionary<string, string> names = FamilyNames(before, after);
        Dictionary<string, Operation> old = Index(before.Operations, names);
        Dictionary<string, Operation> present = Index(after.Operations, names);
        var found = new List<ContractDifference>();
        var comparison = new OperationComparison();
        foreach ((string key, Operation was) in old)
        {
            var place = new OperationPlace(names[was.Family], was, found);
            if (!present.TryGetValue(key, out Operation? now))
            {
                bool isOtherMethod = after.Operations.Any(o => IsSamePath(o, was, names));
                place.Add("endpoint-removed", "routing", "", Name(was), null, isOtherMethod ? DifferenceRules.RuleOf("method-changed") : null);
            }
            else
            {
                comparison.Compare(was, now, place);
            }
        }

        foreach ((_, Operation now) in present.Where(p => !old.ContainsKey(p.Key)))
        {
            new OperationPlace(names[now.Family], now, found).Add("endpoint-added", "routing", "", null, Name(now));
        }

        return [.. found
            .OrderBy(d => d.Family, StringComparer.Ordinal).ThenBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Method, StringComparer.Ordinal)
            .ThenBy(d => d.Pointer, StringComparer.Ordinal).ThenBy(d => d.Kind, StringComparer.Ordinal)];
    }

    private static Dictionary<string, Operation> Index(IReadOnlyList<Operation> operations, Dictionary<string, string> names)
    {
        var index = new Dictionary<string, Operation>(StringComparer.Ordinal);
        foreach (Operation operation in operations)
        {
            // One path of one document can stand for two operations only when its servers have different prefixes.
            string key = $"{names[operation.Family]} {operation.Method} {operation.DocumentPath}";
            if (!index.TryAdd(key, operation))
            {
                index.TryAdd($"{key} {operation.ServerPrefix} {string.Join(' ', operation.Hosts)}", operation);
            }
        }

        return index;
    }

    // A folder that no family.yml describes gives its own name to its family: "before" and "after" are one family all the same.
    private static Dictionary<string, string> FamilyNames(CompiledContracts before, CompiledContracts after)
    {
        string[] old = [.. before.Operations.Select(o => o.Family).Distinct(StringComparer.Ordinal)];
        string[] present = [.. after.Operations.Select(o => o.Family).Distinct(StringComparer.Ordinal)];
        var names = old.Union(present, StringComparer.Ordinal).ToDictionary(f => f, f => f, StringComparer.Ordinal);
        if (old.Except(present, StringComparer.Ordinal).ToArray() is [var was] && present.Except(old, StringComparer.Ordinal).ToArray() is [var now])
        {
            names[was] = now;
        }

        return names;
    }

    // Some documents name no operation; then all there is to say is that it is there.
    private static JsonNode Name(Operation operation) => operation.OperationId is { } id ? id : true;

    private static bool IsSamePath(Operation left, Operation right, Dictionary<string, string> names) =>
        names[left.Family] == names[right.Family] && OperationKey.Normalize(left.Path) == OperationKey.Normalize(right.Path) && left.Method != right.Method;
}
