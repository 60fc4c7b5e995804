using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Pages;
using Harness.Identity.Replies;
using Harness.Identity.Requests;
using Harness.Identity.SignIn;
using Harness.Identity.Tenancy;

namespace Harness.Identity.Endpoints;

/// <summary><c>/{tenant}/(v2.0/)adminconsent</c>: an administrator lets an application into the tenant.</summary>
internal sealed class AdminConsentEndpoint(StsParts sts, SignInFlow flow, bool isV2) : ILoginEndpoint
{
    public LoginReply Answer(LoginRequest request)
    {
        Realm realm = sts.Tenants.Resolve(request.TenantName);
        string clientId = request.Any("client_id") ?? throw new LoginRefusedException(AadstsCode.ParameterMissing, ("parameter", "client_id"));

        // Documented: common must not be used on v2.
        if (isV2 && realm.Kind == RealmKind.Common)
        {
            throw new LoginRefusedException(AadstsCode.NoTenantInformation);
        }

        Tenant tenant = sts.Tenants.ForApp(realm, clientId);
        AppRegistration app = AppDirectory.Find(realm, tenant, clientId);
        string redirect = request.Any("redirect_uri") ?? (app.RedirectUris is [var first, ..] ? first : null) ?? throw new LoginRefusedException(AadstsCode.NoReplyAddress);
        if (!(isV2 ? RedirectUris.IsRegistered(app, redirect) : RedirectUris.IsRegisteredPrefix(app, redirect)))
        {
            throw new LoginRefusedException(AadstsCode.RedirectMismatch, ("uri", redirect), ("app", app.ClientId.ToString("D")));
        }

        string? scope = isV2 ? request.Any("scope") ?? throw new LoginRefusedException(AadstsCode.ParameterMissing, ("parameter", "scope")) : null;
        if (scope is not null)
        {
            sts.Scopes.Read(tenant, scope);
        }

        var progress = new SignInProgress(SignInPurpose.AdminConsent, request.TenantName, request.Now)
        {
            AdminConsent = new AdminConsentWish(isV2, app.ClientId, redirect, scope, request.Any("state")),
        };
        return flow.ShowSignIn(request, progress);
    }

    public LoginReply Refuse(LoginRequest request, LoginFailure failure) => ErrorPage.Write(request, failure);
}
