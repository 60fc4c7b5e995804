using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Resources;
using Harness.Identity.Tenancy;

namespace Harness.Identity.Policies;

/// <summary>Which resources an app may ask tokens for at all, before anybody's consent.</summary>
internal static class ResourceRules
{
    /// <exception cref="LoginRefusedException">The tenant lacks the service, or the app may not name it.</exception>
    public static void Check(Tenant tenant, AppRegistration app, RequestedScopes scopes, bool isV2, bool hasUser)
    {
        ApiResource resource = scopes.Target.Resource;
        if (resource.Plan is { } plan && !tenant.Has(plan))
        {
            throw new LoginRefusedException(AadstsCode.NoServicePrincipal, ("resource", resource.Name), ("tenant", tenant.DisplayName));
        }

        if (resource.AppId == app.ClientId && !Guid.TryParse(scopes.Target.Named, out _))
        {
            throw new LoginRefusedException(AadstsCode.TokenForItself, ("app", app.ClientId.ToString("D")), ("name", app.Name));
        }

        if (!isV2 && hasUser && !app.IsFirstParty() && !IsRegistered(app, resource))
        {
            throw new LoginRefusedException(
                AadstsCode.ResourceNotRegistered,
                ("app", app.ClientId.ToString("D")),
                ("name", app.Name),
                ("resource", scopes.Target.Named),
                ("resourceApp", resource.AppId.ToString("D")),
                ("list", string.Join(", ", app.Permissions.Concat(app.Requested).Select(Audience).Distinct(StringComparer.OrdinalIgnoreCase))));
        }
    }

    // The directory's own graph is in every registration.
    private static bool IsRegistered(AppRegistration app, ApiResource resource) =>
        resource.IsCalled(WellKnownResources.DirectoryGraph)
        || resource.AppId == app.ClientId
        || app.Permissions.Concat(app.Requested).Any(permission => resource.IsCalled(Audience(permission)));

    private static string Audience(string permission) => permission[..permission.LastIndexOf('/')];
}
