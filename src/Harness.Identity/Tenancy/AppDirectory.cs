using Harness.Contracts.Tenants;
using Harness.Identity.Errors;

namespace Harness.Identity.Tenancy;

/// <summary>Finds the application that a call names.</summary>
internal static class AppDirectory
{
    /// <exception cref="LoginRefusedException">The app is missing, disabled, not meant for this authority, or kept away on purpose.</exception>
    public static AppRegistration Find(Realm realm, Tenant tenant, string clientId)
    {
        AppRegistration app = TryFind(tenant, clientId)
            ?? throw new LoginRefusedException(AadstsCode.UnknownApp, ("app", clientId), ("tenant", tenant.DisplayName));
        (string, string) id = ("app", app.ClientId.ToString("D"));
        (string, string) name = ("name", app.Name);
        if (app.IsDisabled())
        {
            throw new LoginRefusedException(AadstsCode.AppDisabled, id, name);
        }

        if (app.IsSingleTenant() && !realm.IsSpecific)
        {
            throw new LoginRefusedException(AadstsCode.SingleTenantOnly, id, name);
        }

        if (app.IsThrottled())
        {
            throw new LoginRefusedException(AadstsCode.Throttled);
        }

        return app.IsLooping() ? throw new LoginRefusedException(AadstsCode.ClientLoop) : app;
    }

    public static AppRegistration? TryFind(Tenant tenant, string clientId) =>
        Guid.TryParse(clientId, out Guid id) ? tenant.Apps.FirstOrDefault(a => a.ClientId == id) : null;
}
