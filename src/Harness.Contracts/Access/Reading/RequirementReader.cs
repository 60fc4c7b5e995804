using Harness.Contracts.Families.Reading;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.Access.Reading;

/// <summary>Reads one entry of <c>access</c>, of whatever kind it is.</summary>
internal static class RequirementReader
{
    public static IAccessRequirement? Read(LocatedNode node, FamilyOutline family)
    {
        string[] kinds = [.. AccessRequirementRegistry.Kinds.Select(k => k.Key)];
        RequirementKind? kind = AccessRequirementRegistry.Kinds.FirstOrDefault(k => node[k.Key] is not null);
        if (kind is null)
        {
            // The kind is by custom the first key, and a misspelled one is the likeliest mistake.
            string first = node.Entries.Count > 0 ? node.Entries[0].Key : node.Value;
            family.Log.Add(node, $"unknown requirement kind '{first}'", NearestWord.Advise(first, kinds));
            return null;
        }

        NodeReader? reader = NodeReader.Open(node, $"a {kind.Key} requirement", kind.AllKeys, family.Log);
        string? name = reader?.NeedText(kind.Key, $"Write the name after '{kind.Key}:'");
        if (reader is null || name is null)
        {
            return null;
        }

        var settings = new RequirementSettings(
            name,
            reader.Choice("evidence", FamilyValues.Grades, EvidenceGrade.Inferred),
            reader.Text("source") ?? "",
            RequirementScopeReader.Read(reader),
            ReadRefusals(reader, kind, family));
        return kind.Read(new RequirementDraft(reader, settings, family));
    }

    private static Dictionary<string, string> ReadRefusals(NodeReader reader, RequirementKind kind, FamilyOutline family)
    {
        var refusals = new Dictionary<string, string>(StringComparer.Ordinal);
        string hint = $"Add 'refusal: {{ missing: NAME }}'; the reasons are: {string.Join(", ", kind.Reasons)}";
        if (reader.Need("refusal", hint) is null || reader.Child("refusal", $"'refusal' of {reader.What}", kind.Reasons) is not { } map)
        {
            return refusals;
        }

        // The rest fall back to it, so that it is the one that cannot be left out.
        map.Need("missing", hint);
        foreach (string reason in kind.Reasons)
        {
            if (family.Refusal(map.Find(reason)) is { } refusal)
            {
                refusals[reason] = refusal;
            }
        }

        return refusals;
    }
}
