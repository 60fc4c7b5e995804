using Harness.Mock.Exchanges;

namespace Harness.Mock.PlatformRoles;

/// <summary>Where a role holds: <c>/tenants/{id}</c>, or below it <c>/environmentGroups/{id}</c> or <c>/environments/{id}</c>.</summary>
/// <param name="Below">Name of the collection below the tenant; empty for the tenant itself.</param>
/// <param name="Id">Id in that collection.</param>
internal sealed record RoleScope(Guid Tenant, string Below, string Id)
{
    public const string Groups = "environmentGroups";
    public const string Environments = "environments";

    public static RoleScope Of(Guid tenant) => new(tenant, "", "");

    /// <summary>Null for a text that is no scope.</summary>
    public static RoleScope? Parse(string text)
    {
        string[] parts = text.Split('/');
        if (parts is not ["", _, _, ..] || !parts[1].Equals("tenants", StringComparison.OrdinalIgnoreCase) || !Guid.TryParse(parts[2], out Guid tenant))
        {
            return null;
        }

        string? below = parts.Length == 5 ? Array.Find([Groups, Environments], c => c.Equals(parts[3], StringComparison.OrdinalIgnoreCase)) : null;
        return parts.Length == 3 ? Of(tenant)
            : below is not null && parts[4].Length > 0 ? new RoleScope(tenant, below, parts[4])
            : null;
    }

    /// <summary>Whether what a call is about lies inside; a list over all of them lies in the tenant alone.</summary>
    public bool Covers(Exchange exchange) => Below switch
    {
        Groups => IsAbout(exchange, "environmentGroupId", "groupId"),
        Environments => IsAbout(exchange, "environmentId"),
        _ => true,
    };

    public bool IsIn(string collection, string id) => Below == collection && string.Equals(Id, id, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => Below.Length == 0 ? $"/tenants/{Tenant:D}" : $"/tenants/{Tenant:D}/{Below}/{Id}";

    private bool IsAbout(Exchange exchange, params string[] parameters) =>
        parameters.Any(p => string.Equals(exchange.Values.Find(p), Id, StringComparison.OrdinalIgnoreCase));
}
