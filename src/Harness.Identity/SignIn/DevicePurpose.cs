using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Grants;
using Harness.Identity.Pages;
using Harness.Identity.Policies;
using Harness.Identity.Replies;
using Harness.Identity.Requests;
using Harness.Identity.Resources;
using Harness.Identity.Tenancy;

namespace Harness.Identity.SignIn;

/// <summary>Signing in for a device that shows a code and polls.</summary>
internal sealed class DevicePurpose(StsParts sts, SignInFlow flow) : ISignInPurpose
{
    public LoginReply Continue(LoginRequest request, SignInProgress progress, Tenant tenant, Persona persona)
    {
        DeviceRequest waiting = NeedWaiting(progress);
        AppRegistration app = AppDirectory.Find(sts.Tenants.Resolve(waiting.RealmName), tenant, waiting.Ticket.Client.ToString("D"));
        RequestedScopes scopes = Scopes(tenant, waiting.Ticket);
        if (PersonaRules.FindMissingAssignment(app, persona) is { } unassigned)
        {
            throw new LoginRefusedException(unassigned);
        }

        if (PersonaRules.FindPolicy(tenant, persona, scopes.Target.Resource, progress.Methods) is { } policy)
        {
            return policy.Row.Code == AadstsCode.BlockedByPolicy
                ? throw new LoginRefusedException(policy)
                : MfaPage.Write(request, progress.RealmName, flow.Seal(progress), persona, policy);
        }

        IReadOnlyList<string> missing = sts.Consents.Missing(tenant, app, scopes, persona.ObjectId);
        if (missing.Count > 0)
        {
            Consents.CheckPreauthorized(app, scopes);
        }

        bool isAdmin = PersonaRules.IsAdministrator(persona);
        bool mayAccept = isAdmin || !missing.Any(PermissionKinds.NeedsAdmin);
        return ConsentPage.Write(request, progress.RealmName, flow.Seal(progress), tenant, persona, app, scopes.Target.Resource.Name, missing, isAdmin && missing.Count > 0, mayAccept);
    }

    public LoginReply Accept(LoginRequest request, SignInProgress progress, Tenant tenant, Persona persona, bool forEverybody)
    {
        DeviceRequest waiting = NeedWaiting(progress);
        AppRegistration app = AppDirectory.Find(sts.Tenants.Resolve(waiting.RealmName), tenant, waiting.Ticket.Client.ToString("D"));
        RequestedScopes scopes = Scopes(tenant, waiting.Ticket);
        IReadOnlyList<string> missing = sts.Consents.Missing(tenant, app, scopes, persona.ObjectId);
        bool isAdmin = PersonaRules.IsAdministrator(persona);
        if (!isAdmin && missing.Any(PermissionKinds.NeedsAdmin))
        {
            throw new LoginRefusedException(AadstsCode.AdminConsentRequired, ("name", app.Name));
        }

        Guid whose = isAdmin && forEverybody ? Guid.Empty : persona.ObjectId;
        sts.Ledger.Consent(tenant.Id, app.ClientId, whose, [.. missing.Select(p => $"{scopes.Target.Named.TrimEnd('/')}/{p}")]);
        var grant = new UserGrant(
            NewId.Next(), NewId.Next(), tenant.Id, app.ClientId, persona.ObjectId, waiting.Ticket.IsV2, scopes.Target.Named, request.Now, progress.SignedInAt)
        {
            Scope = waiting.Ticket.Scope,
            Methods = progress.Methods,
        };
        sts.Ledger.Begin(grant.Line, request.Now.AddDays(400), request.Now);
        return sts.Ledger.Answer(waiting, waiting with { Approved = grant })
            ? flow.Session.Set(MessagePage.Write("device-approved", app.Name, "You have signed in on your device. You may now close this window."), request, progress)
            : throw new LoginRefusedException(AadstsCode.UserCodeUsed);
    }

    public LoginReply Decline(LoginRequest request, SignInProgress progress)
    {
        DeviceRequest waiting = NeedWaiting(progress);
        return sts.Ledger.Answer(waiting, waiting with { IsDeclined = true })
            ? MessagePage.Write("device-declined", "Canceled", "You have canceled the sign-in on your device. You may now close this window.")
            : throw new LoginRefusedException(AadstsCode.UserCodeUsed);
    }

    public LoginReply Refuse(LoginRequest request, SignInProgress progress, LoginFailure failure) => ErrorPage.Write(request, failure);

    private DeviceRequest NeedWaiting(SignInProgress progress) =>
        progress.UserCode is { } userCode && sts.Ledger.FindDevice(userCode) is { IsAnswered: false } waiting
            ? waiting
            : throw new LoginRefusedException(AadstsCode.UserCodeUsed);

    private RequestedScopes Scopes(Tenant tenant, DeviceTicket ticket) =>
        ticket.IsV2 ? sts.Scopes.Read(tenant, ticket.Scope!) : sts.Scopes.ReadResource(tenant, ticket.Resource);
}
