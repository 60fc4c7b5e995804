namespace Harness.Contracts.Tenants.Reading;

/// <summary>Every key that a tenant file knows.</summary>
internal static class TenantKeys
{
    public static readonly string[] Tenant =
        ["profile", "id", "displayName", "domains", "hosts", "licenses", "features", "regions", "accessTokenLifetime", "personas", "apps"];

    public static readonly string[] Persona = ["id", "objectId", "upn", "displayName", "password", "roles", "traits"];

    public static readonly string[] App = ["clientId", "name", "traits", "secret", "certificate", "redirectUris", "permissions", "requested", "roles", "assignedTo"];
}
