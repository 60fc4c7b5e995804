using Harness.Contracts.Tenants;

namespace Harness.Identity.Tenancy;

/// <summary>What the first segment of a path means.</summary>
/// <param name="Tenant">The tenant meant; the one in force for <c>common</c> and <c>organizations</c>.</param>
internal sealed record Realm(RealmKind Kind, Tenant Tenant)
{
    public bool IsSpecific => Kind == RealmKind.Tenant;
}
