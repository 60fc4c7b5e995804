using Harness.Contracts.Access.Reading;

namespace Harness.Contracts.Families.Reading;

/// <summary>Every key that family.yml knows, section by section; contracts/family.schema.json says the same, and a test compares the two.</summary>
internal static class FamilyKeys
{
    public static readonly string[] Family =
    [
        "id", "title", "accessModel", "upstream", "hosts", "servers", "bindings", "placeholder", "headers", "access", "refusals",
        "unknownPath", "wrongMethod", "unknownObject", "invalidCall", "licenses", "roles", "quirks", "sinks", "canaries", "signIn",
        "safeGets", "unsafeGets", "links", "tenantMark",
    ];

    public static readonly string[] Binding = ["host", "operations"];

    public static readonly string[] Placeholder = ["object", "item"];

    public static readonly string[] Schema =
    [
        "type", "format", "properties", "required", "items", "enum", "nullable", "additionalProperties",
        "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern",
    ];

    public static readonly string[] Refusal = ["status", "headers", "body", "variants", "page", "evidence", "source"];

    public static readonly string[] Variant = ["accept", "headers", "body"];

    public static readonly string[] License = ["plan", "feature", "operations", "refusal", "evidence", "source"];

    public static readonly string[] Role = ["operations", "on", "except", "anyOf", "kind", "refusal", "evidence", "source"];

    /// <summary>Keys of every quirk; what else stands there is a setting of that kind of quirk.</summary>
    public static readonly string[] Quirk = ["operations", "refusal", "evidence", "source"];

    public static readonly string[] ReviewedGets = ["paths", "reason"];

    public static readonly string[] Link = ["parameter", "operations", "from", "pointer", "values"];

    public static readonly string[] TenantMark = ["call", "pointer"];

    public static readonly string[] SignIn = ["start", "untilCookie", "cookies"];

    /// <summary>Keys of every requirement, whatever its kind.</summary>
    public static readonly string[] Requirement = ["on", "hosts", "paths", "except", "evidence", "source", "refusal"];

    /// <summary>What a header or query value must be; exactly one of them stands in a requirement.</summary>
    public static readonly string[] ValueRule = ["equals", "oneOf", "format", "echoesCookie", "present"];

    public static readonly string[] Chunks = ["marker", "count"];

    public static readonly string[] HeaderByOperation = ["operations", .. ValueRule];

    public static readonly string[] BearerByHost = ["host", "audience"];

    public static readonly string[] BearerByOperation = ["operations", "audience", "kind", "scopes", "roles"];

    /// <summary>Section names as in the schema file's <c>$defs</c>; <c>family</c> is the document itself.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Sections()
    {
        var sections = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["family"] = Family,
            ["binding"] = Binding,
            ["placeholder"] = Placeholder,
            ["schema"] = Schema,
            ["refusal"] = Refusal,
            ["variant"] = Variant,
            ["license"] = License,
            ["role"] = Role,
            ["quirk"] = Quirk,
            ["signIn"] = SignIn,
            ["reviewedGets"] = ReviewedGets,
            ["link"] = Link,
            ["tenantMark"] = TenantMark,
            ["chunks"] = Chunks,
            ["headerByOperation"] = HeaderByOperation,
            ["bearerByHost"] = BearerByHost,
            ["bearerByOperation"] = BearerByOperation,
        };
        foreach (RequirementKind kind in AccessRequirementRegistry.Kinds)
        {
            sections[kind.Key] = kind.AllKeys;
            sections[$"{kind.Key}Refusals"] = kind.Reasons;
        }

        return sections;
    }
}
