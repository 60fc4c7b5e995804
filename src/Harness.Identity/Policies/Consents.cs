using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Grants;
using Harness.Identity.Resources;
using Harness.Identity.Tenancy;

namespace Harness.Identity.Policies;

/// <summary>What an application may do: the permissions of its registration, and what people have consented to since.</summary>
internal sealed class Consents(GrantLedger ledger)
{
    /// <summary>The delegated permissions of a resource that an app has for a user.</summary>
    public IReadOnlyList<string> Delegated(Tenant tenant, AppRegistration app, ApiResource resource, Guid user) =>
    [
        .. Granted(app.Permissions, resource)
            .Concat(Granted(ledger.ConsentsOf(tenant.Id, app.ClientId, user), resource))
            .Where(PermissionKinds.IsDelegated)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>The application permissions of a resource that an app has.</summary>
    public IReadOnlyList<string> Roles(Tenant tenant, AppRegistration app, ApiResource resource) =>
    [
        .. Granted(app.Permissions, resource)
            .Concat(Granted(ledger.ConsentsOf(tenant.Id, app.ClientId, Guid.Empty), resource))
            .Where(permission => PermissionKinds.IsForApps(permission, resource.AppId))
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>What is asked for and not yet granted. Empty when a token can be issued.</summary>
    public IReadOnlyList<string> Missing(Tenant tenant, AppRegistration app, RequestedScopes scopes, Guid user)
    {
        IReadOnlyList<string> granted = Delegated(tenant, app, scopes.Target.Resource, user);
        if (scopes.IsDefault)
        {
            return granted.Count > 0 ? [] : Requested(app, scopes.Target.Resource);
        }

        // Whoever signs in at all may let an app know who they are; an app that nobody consented to asks for that too.
        bool isIdentityOnly = scopes.Permissions.Count == 0;
        return isIdentityOnly
            ? (IsUnknown(tenant, app, user) ? ["User.Read"] : [])
            : [.. scopes.Permissions.Except(granted, StringComparer.OrdinalIgnoreCase)];
    }

    /// <exception cref="LoginRefusedException">Something asked for has not been consented to.</exception>
    public IReadOnlyList<string> Need(Tenant tenant, AppRegistration app, RequestedScopes scopes, Guid user)
    {
        if (Missing(tenant, app, scopes, user).Count > 0)
        {
            CheckPreauthorized(app, scopes);
            throw new LoginRefusedException(AadstsCode.ConsentMissing, ("app", app.ClientId.ToString("D")), ("name", app.Name));
        }

        return Delegated(tenant, app, scopes.Target.Resource, user);
    }

    /// <summary>Between applications of Microsoft nobody can consent.</summary>
    /// <exception cref="LoginRefusedException">The app is one.</exception>
    public static void CheckPreauthorized(AppRegistration app, RequestedScopes scopes)
    {
        if (app.IsFirstParty())
        {
            throw new LoginRefusedException(
                AadstsCode.NotPreauthorized, ("app", app.ClientId.ToString("D")), ("resource", scopes.Target.Resource.AppId.ToString("D")));
        }
    }

    private static IEnumerable<string> Granted(IEnumerable<string> permissions, ApiResource resource)
    {
        foreach (string permission in permissions)
        {
            int slash = permission.LastIndexOf('/');
            if (resource.IsCalled(permission[..slash]))
            {
                yield return permission[(slash + 1)..];
            }
        }
    }

    private static string[] Requested(AppRegistration app, ApiResource resource) =>
        Granted(app.Requested, resource).Where(PermissionKinds.IsDelegated).ToArray() is { Length: > 0 } listed ? listed : ["user_impersonation"];

    private bool IsUnknown(Tenant tenant, AppRegistration app, Guid user) =>
        app.Permissions.Count == 0 && !ledger.ConsentsOf(tenant.Id, app.ClientId, user).Any();
}
