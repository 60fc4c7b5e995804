using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Pages;
using Harness.Identity.Policies;
using Harness.Identity.Replies;
using Harness.Identity.Requests;
using Harness.Identity.Resources;
using Harness.Identity.Tenancy;

namespace Harness.Identity.SignIn;

/// <summary>Signing in to consent for a whole tenant.</summary>
internal sealed class AdminConsentPurpose(StsParts sts, SignInFlow flow) : ISignInPurpose
{
    public LoginReply Continue(LoginRequest request, SignInProgress progress, Tenant tenant, Persona persona)
    {
        AppRegistration app = AppOf(progress, tenant);
        bool isAdmin = PersonaRules.IsAdministrator(persona);
        return ConsentPage.Write(
            request, progress.RealmName, flow.Seal(progress), tenant, persona, app, "the resources it asks for", Wanted(progress.AdminConsent!, tenant, app), false, isAdmin);
    }

    public LoginReply Accept(LoginRequest request, SignInProgress progress, Tenant tenant, Persona persona, bool forEverybody)
    {
        AdminConsentWish wish = progress.AdminConsent!;
        AppRegistration app = AppOf(progress, tenant);
        if (!PersonaRules.IsAdministrator(persona))
        {
            throw new LoginRefusedException(AadstsCode.AdminConsentRequired, ("name", app.Name));
        }

        sts.Ledger.Consent(tenant.Id, app.ClientId, Guid.Empty, Wanted(wish, tenant, app));
        string tenantId = tenant.Id.ToString("D");
        List<(string, string)> parameters = wish.IsV2
            ? [("admin_consent", "True"), ("tenant", tenantId), ("scope", wish.Scope ?? "")]
            : [("tenant", tenantId)];
        if (wish.State is not null)
        {
            parameters.Add(("state", wish.State));
        }

        if (!wish.IsV2)
        {
            parameters.Add(("admin_consent", "True"));
        }

        return flow.Session.Set(RedirectAnswer.Write(wish.RedirectUri, "query", "consented", parameters), request, progress);
    }

    public LoginReply Decline(LoginRequest request, SignInProgress progress) => throw new LoginRefusedException(AadstsCode.Declined);

    public LoginReply Refuse(LoginRequest request, SignInProgress progress, LoginFailure failure)
    {
        AdminConsentWish wish = progress.AdminConsent!;

        // Documented: the refusal of v2 says admin_consent=True all the same.
        List<(string, string)> parameters = wish.IsV2
            ? [("admin_consent", "True"), ("error", "consent_required"), ("error_description", sts.Errors.Description(request, failure))]
            : [("error", "permission_denied"), ("error_description", "The admin canceled the request")];
        if (wish.State is not null)
        {
            parameters.Add(("state", wish.State));
        }

        return RedirectAnswer.Write(wish.RedirectUri, "query", ErrorReply.Outcome(failure), parameters) with { Failure = failure };
    }

    /// <summary>v2: what the request names; v1, and <c>.default</c>: what the registration asks for.</summary>
    private IReadOnlyList<string> Wanted(AdminConsentWish wish, Tenant tenant, AppRegistration app)
    {
        if (wish.Scope is null)
        {
            return app.Requested;
        }

        RequestedScopes scopes = sts.Scopes.Read(tenant, wish.Scope);
        return scopes.IsDefault
            ? [.. app.Requested.Where(p => scopes.Target.Resource.IsCalled(p[..p.LastIndexOf('/')]))]
            : [.. scopes.Permissions.Select(p => $"{scopes.Target.Named.TrimEnd('/')}/{p}")];
    }

    private AppRegistration AppOf(SignInProgress progress, Tenant tenant) =>
        AppDirectory.Find(sts.Tenants.Resolve(progress.RealmName), tenant, progress.Client().ToString("D"));
}
