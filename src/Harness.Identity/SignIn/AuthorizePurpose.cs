using Harness.Contracts.Tenants;
using Harness.Identity.Clients;
using Harness.Identity.Errors;
using Harness.Identity.Grants;
using Harness.Identity.Pages;
using Harness.Identity.Policies;
using Harness.Identity.Replies;
using Harness.Identity.Requests;
using Harness.Identity.Resources;
using Harness.Identity.Tenancy;

namespace Harness.Identity.SignIn;

/// <summary>Signing in for an application: policies, consent, and back to its redirect address with a code or tokens.</summary>
internal sealed class AuthorizePurpose(StsParts sts, SignInFlow flow) : ISignInPurpose
{
    private readonly AuthorizeAnswer _answer = new(sts);

    public LoginReply Continue(LoginRequest request, SignInProgress progress, Tenant tenant, Persona persona)
    {
        AuthorizeWish wish = progress.Authorize!;
        GrantCall call = Call(request, progress, tenant);
        RequestedScopes scopes = Scopes(tenant, wish);
        ResourceRules.Check(tenant, call.App, scopes, wish.IsV2, hasUser: true);
        if (PersonaRules.FindMissingAssignment(call.App, persona) is { } unassigned)
        {
            throw new LoginRefusedException(unassigned);
        }

        if (PersonaRules.FindPolicy(tenant, persona, scopes.Target.Resource, progress.Methods, call.Claims.WantsMfa) is { } policy)
        {
            bool isMfa = policy.Row.Code is AadstsCode.MfaRequired or AadstsCode.MfaEnrollmentRequired;
            return isMfa && !wish.IsSilent()
                ? MfaPage.Write(request, progress.RealmName, flow.Seal(progress), persona, policy)
                : throw new LoginRefusedException(policy with { ErrorOverride = "interaction_required" });
        }

        return FindConsentPage(request, progress, tenant, persona, call.App, scopes)
            ?? flow.Session.Set(_answer.Write(call, progress, tenant, persona, scopes), request, progress);
    }

    public LoginReply Accept(LoginRequest request, SignInProgress progress, Tenant tenant, Persona persona, bool forEverybody)
    {
        AuthorizeWish wish = progress.Authorize!;
        AppRegistration app = AppOf(progress, tenant);
        RequestedScopes scopes = Scopes(tenant, wish);
        bool isAdmin = PersonaRules.IsAdministrator(persona);
        IReadOnlyList<string> missing = sts.Consents.Missing(tenant, app, scopes, persona.ObjectId);
        if (!isAdmin && (wish.Prompt == "admin_consent" || missing.Any(PermissionKinds.NeedsAdmin)))
        {
            throw new LoginRefusedException(AadstsCode.AdminConsentRequired, ("name", app.Name));
        }

        // What only an administrator can consent to, v1's consent link grants for the whole tenant (documented: the app's own tokens work from then on).
        bool isWide = isAdmin && (forEverybody || wish.Prompt == "admin_consent" || (!wish.IsV2 && missing.Any(PermissionKinds.NeedsAdmin)));
        IEnumerable<string> permissions = missing.Select(permission => $"{scopes.Target.Named.TrimEnd('/')}/{permission}");
        sts.Ledger.Consent(tenant.Id, app.ClientId, isWide ? Guid.Empty : persona.ObjectId, [.. isWide ? permissions.Concat(app.Requested) : permissions]);
        return Continue(request, progress, tenant, persona);
    }

    public LoginReply Decline(LoginRequest request, SignInProgress progress) => throw new LoginRefusedException(AadstsCode.Declined);

    public LoginReply Refuse(LoginRequest request, SignInProgress progress, LoginFailure failure)
    {
        AuthorizeWish wish = progress.Authorize!;
        return wish.IsSilent() || !IsShown(failure.Row.Code)
            ? RedirectAnswer.Refuse(request, sts.Errors, wish, failure)
            : ErrorPage.Write(request, failure);
    }

    /// <summary>What the application cannot do anything about is shown to the person.</summary>
    public static bool IsShown(AadstsCode code) => code
        is AadstsCode.NotAssigned or AadstsCode.BlockedByPolicy or AadstsCode.NoServicePrincipal or AadstsCode.ResourceNotRegistered
        or AadstsCode.NotPreauthorized or AadstsCode.MalformedRequest or AadstsCode.UnknownApp;

    public RequestedScopes Scopes(Tenant tenant, AuthorizeWish wish) =>
        wish.IsV2 ? sts.Scopes.Read(tenant, wish.Scope!) : sts.Scopes.ReadResource(tenant, wish.Resource);

    private LoginReply? FindConsentPage(
        LoginRequest request, SignInProgress progress, Tenant tenant, Persona persona, AppRegistration app, RequestedScopes scopes)
    {
        AuthorizeWish wish = progress.Authorize!;
        IReadOnlyList<string> missing = sts.Consents.Missing(tenant, app, scopes, persona.ObjectId);
        bool isAskedFor = wish.Prompt is "consent" or "admin_consent" && !progress.IsAccepted;
        if (missing.Count == 0 && !isAskedFor)
        {
            return null;
        }

        if (missing.Count > 0)
        {
            Consents.CheckPreauthorized(app, scopes);
        }

        if (wish.IsSilent())
        {
            LoginFailure failure = LoginFailure.Of(AadstsCode.ConsentMissing, ("app", app.ClientId.ToString("D")), ("name", app.Name));
            throw new LoginRefusedException(failure with { ErrorOverride = "consent_required" });
        }

        bool isAdmin = PersonaRules.IsAdministrator(persona);
        bool needsAdmin = wish.Prompt == "admin_consent" || missing.Any(PermissionKinds.NeedsAdmin);
        IEnumerable<string> shown = missing.Count > 0 ? missing : sts.Consents.Delegated(tenant, app, scopes.Target.Resource, persona.ObjectId);
        return ConsentPage.Write(request, progress.RealmName, flow.Seal(progress), tenant, persona, app, scopes.Target.Resource.Name, shown, isAdmin, isAdmin || !needsAdmin);
    }

    private GrantCall Call(LoginRequest request, SignInProgress progress, Tenant tenant)
    {
        AuthorizeWish wish = progress.Authorize!;
        return new GrantCall(request, sts.Tenants.Resolve(progress.RealmName), tenant, AppOf(progress, tenant), CredentialKind.Public, wish.IsV2)
        {
            Claims = ClaimsRequest.Read(wish.Claims),
        };
    }

    private AppRegistration AppOf(SignInProgress progress, Tenant tenant) =>
        AppDirectory.Find(sts.Tenants.Resolve(progress.RealmName), tenant, progress.Client().ToString("D"));
}
