using System.Security.Cryptography;
using System.Text;
using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Tenancy;

namespace Harness.Identity.Resources;

/// <summary>Every API of a tenant: Microsoft's services, the audiences that the families' access models name, and the tenant's own apps.</summary>
internal sealed class ResourceDirectory(Func<Tenant, IEnumerable<string>> audiences)
{
    private const string AppScheme = "api://";

    /// <exception cref="LoginRefusedException">The tenant has no such resource.</exception>
    public ResourceTarget Need(Tenant tenant, string named) => Find(tenant, named)
        ?? throw new LoginRefusedException(AadstsCode.UnknownResource, ("resource", named), ("tenant", tenant.DisplayName));

    /// <summary>Null when the tenant has no such resource.</summary>
    public ResourceTarget? Find(Tenant tenant, string named)
    {
        ApiResource? resource = WellKnownResources.All.FirstOrDefault(r => r.IsCalled(named)) ?? OwnApp(tenant, named) ?? FamilyAudience(tenant, named);
        return resource is null ? null : new ResourceTarget(resource, named);
    }

    private static ApiResource? OwnApp(Tenant tenant, string named)
    {
        string id = named.StartsWith(AppScheme, StringComparison.OrdinalIgnoreCase) ? named[AppScheme.Length..].TrimEnd('/') : named;
        return AppDirectory.TryFind(tenant, id) is { } app
            ? new ApiResource(app.ClientId, app.Name, [$"{AppScheme}{app.ClientId:D}"], !app.WantsV1Tokens()) { App = app }
            : null;
    }

    private ApiResource? FamilyAudience(Tenant tenant, string named)
    {
        string bare = named.TrimEnd('/');
        if (!audiences(tenant).Any(a => a.AsSpan().TrimEnd('/').Equals(bare, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        // Nothing public gives the application ids of these; derived, they are at least the same every time.
        Guid id = Guid.TryParse(bare, out Guid given) ? given : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(bare.ToLowerInvariant())).AsSpan(0, 16));
        return new ApiResource(id, Uri.TryCreate(bare, UriKind.Absolute, out Uri? uri) ? uri.Host : bare, [bare]);
    }
}
