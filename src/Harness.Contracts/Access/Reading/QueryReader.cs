namespace Harness.Contracts.Access.Reading;

/// <summary>Reads a <c>query</c> requirement.</summary>
internal static class QueryReader
{
    public static IAccessRequirement? Read(RequirementDraft draft) =>
        ValueRuleReader.Read(draft.Node, draft.Family) is { } rule ? new QueryRequirement(draft.Settings, rule) : null;
}
