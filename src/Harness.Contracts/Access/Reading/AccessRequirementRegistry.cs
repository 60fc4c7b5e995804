using Harness.Contracts.Families.Reading;

namespace Harness.Contracts.Access.Reading;

/// <summary>The kinds of requirement there are. A new kind is a requirement, its reader, and a line here.</summary>
internal static class AccessRequirementRegistry
{
    /// <summary>The first whose key stands in an entry reads it: <c>xsrf</c> comes before <c>header</c>, because it has a key of that name.</summary>
    public static readonly IReadOnlyList<RequirementKind> Kinds =
    [
        new("cookie", ["companions", "aliases", "chunks", "session", "lifetime"], ["missing", "expired", "invalid", "incomplete"], CookieReader.Read),
        new("xsrf", ["header"], ["missing", "mismatch"], XsrfReader.Read),
        new(
            "bearer",
            ["audience", "byHost", "byOperation", "kind", "scopes", "roles", "lifetime"],
            ["missing", "malformed", "expired", "audience", "kind", "scope", "role"],
            BearerReader.Read),
        new("formDigest", ["mintedBy", "lifetime", "boundTo"], ["missing", "invalid", "foreign", "expired"], FormDigestReader.Read),
        new("query", FamilyKeys.ValueRule, ["missing", "wrong"], QueryReader.Read),
        new("header", [.. FamilyKeys.ValueRule, "byOperation"], ["missing", "wrong"], HeaderReader.Read),
    ];
}
