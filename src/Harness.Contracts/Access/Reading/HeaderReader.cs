using Harness.Contracts.Families.Reading;
using Harness.Contracts.Operations;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.Access.Reading;

/// <summary>Reads a <c>header</c> requirement.</summary>
internal static class HeaderReader
{
    public static IAccessRequirement? Read(RequirementDraft draft)
    {
        HeaderOverride[] overrides = draft.Node.List("byOperation", (node, _) => ReadOverride(node, draft));
        return ValueRuleReader.Read(draft.Node, draft.Family) is { } rule ? new HeaderRequirement(draft.Settings, rule, overrides) : null;
    }

    private static HeaderOverride? ReadOverride(LocatedNode node, RequirementDraft draft)
    {
        string what = $"a 'byOperation' entry of the header '{draft.Settings.Name}'";
        if (NodeReader.Open(node, what, FamilyKeys.HeaderByOperation, draft.Family.Log) is not { } reader)
        {
            return null;
        }

        reader.Need("operations", "Add 'operations:' with path globs");
        PathGlob[] operations = reader.List("operations", FamilyValues.Glob);
        return ValueRuleReader.Read(reader, draft.Family) is { } rule ? new HeaderOverride(operations, rule) : null;
    }
}
