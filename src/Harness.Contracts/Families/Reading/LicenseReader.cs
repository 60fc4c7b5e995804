using Harness.Contracts.Yaml;

namespace Harness.Contracts.Families.Reading;

/// <summary>Reads one entry of <c>licenses</c>: what a tenant without a plan, or with a feature switched off, does not get.</summary>
internal static class LicenseReader
{
    public static LicenseGate? Read(LocatedNode node, FamilyOutline outline)
    {
        if (NodeReader.Open(node, "a license gate", FamilyKeys.License, outline.Log) is not { } reader)
        {
            return null;
        }

        if (reader.Has("plan") == reader.Has("feature"))
        {
            outline.Log.Add(node, "a license gate names either a plan or a feature, and only one",
                "Write 'plan: NAME' or 'feature: NAME', as the tenant files name it");
        }

        reader.Need("operations", "Add 'operations:' with path globs");
        string? name = reader.Text("plan") ?? reader.Text("feature");
        string? refusal = outline.Refusal(reader.Need("refusal", "Add 'refusal:' with the name of an entry of 'refusals'"));
        return new LicenseGate(
            name ?? "",
            reader.List("operations", FamilyValues.Glob),
            refusal ?? "",
            reader.Has("plan") ? "unlicensed" : "feature-off",
            reader.Choice("evidence", FamilyValues.Grades, EvidenceGrade.Inferred));
    }
}
