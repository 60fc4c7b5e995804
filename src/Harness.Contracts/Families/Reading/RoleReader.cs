using Harness.Contracts.Access;
using Harness.Contracts.Access.Reading;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.Families.Reading;

/// <summary>Reads one entry of <c>roles</c>: what a caller without one of some roles does not get.</summary>
internal static class RoleReader
{
    public static RoleGate? Read(LocatedNode node, FamilyOutline outline)
    {
        if (NodeReader.Open(node, "a role gate", FamilyKeys.Role, outline.Log) is not { } reader)
        {
            return null;
        }

        reader.Need("operations", "Add 'operations:' with path globs; [\"/**\"] for all");
        reader.Need("anyOf", "Add 'anyOf:' with the roles of which one is enough");
        var scope = new RequirementScope(
            reader.List("on", FamilyValues.Method),
            [],
            reader.List("operations", FamilyValues.Glob),
            reader.List("except", FamilyValues.Glob));
        return new RoleGate(
            scope,
            reader.Texts("anyOf"),
            reader.Choice("kind", BearerReader.Kinds, TokenKind.Any),
            outline.Refusal(reader.Need("refusal", "Add 'refusal:' with the name of an entry of 'refusals'")) ?? "",
            reader.Choice("evidence", FamilyValues.Grades, EvidenceGrade.Inferred),
            reader.Text("source") ?? "");
    }
}
