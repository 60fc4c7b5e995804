namespace Harness.Drift.ContractDiff;

/// <summary>Which rule a kind of static difference belongs to: that of a run where an answer would show it, an id of its own elsewhere.</summary>
public static class DifferenceRules
{
    private static readonly Dictionary<string, string> ByKind = new(StringComparer.Ordinal)
    {
        ["endpoint-removed"] = "DRIFT102",
        ["method-changed"] = "DRIFT103",
        ["endpoint-added"] = "SPEC101",
        ["servers-changed"] = "DRIFT105",
        ["status-added"] = "DRIFT201",
        ["status-removed"] = "DRIFT201",
        ["media-type-added"] = "DRIFT202",
        ["media-type-removed"] = "DRIFT202",
        ["property-removed"] = "DRIFT301",
        ["property-added"] = "DRIFT303",
        ["required-changed"] = "DRIFT302",
        ["type-changed"] = "DRIFT305",
        ["nullable-changed"] = "DRIFT308",
        ["enum-changed"] = "DRIFT311",
        ["format-changed"] = "DRIFT314",
        ["alternatives-changed"] = "DRIFT319",
        ["schema-specified"] = "SPEC301",
        ["schema-unspecified"] = "SPEC302",
        ["additional-properties-changed"] = "SPEC303",
        ["param-added"] = "SPEC401",
        ["param-removed"] = "SPEC402",
        ["param-required-changed"] = "SPEC403",
        ["param-enum-changed"] = "SPEC404",
        ["request-body-added"] = "SPEC411",
        ["request-body-removed"] = "SPEC412",
        ["request-body-required-changed"] = "SPEC413",
        ["request-media-type-added"] = "SPEC414",
        ["request-media-type-removed"] = "SPEC415",
    };

    public static IReadOnlyCollection<string> Kinds => ByKind.Keys;

    public static string RuleOf(string kind) => ByKind[kind];
}
