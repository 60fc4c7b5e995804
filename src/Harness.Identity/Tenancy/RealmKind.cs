namespace Harness.Identity.Tenancy;

/// <summary>Kinds of authority.</summary>
internal enum RealmKind
{
    Tenant,
    Common,
    Organizations,
    Consumers,
}
