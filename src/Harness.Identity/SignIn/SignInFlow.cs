using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Pages;
using Harness.Identity.Policies;
using Harness.Identity.Protection;
using Harness.Identity.Replies;
using Harness.Identity.Requests;
using Harness.Identity.Tenancy;

namespace Harness.Identity.SignIn;

/// <summary>Takes a person from page to page: sign-in, more proof, consent, and on to what they signed in for.</summary>
internal sealed class SignInFlow
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly StsParts _sts;
    private readonly Dictionary<SignInPurpose, ISignInPurpose> _purposes;

    public SignInFlow(StsParts sts)
    {
        _sts = sts;
        Session = new SessionCookie(sts);
        _purposes = new Dictionary<SignInPurpose, ISignInPurpose>
        {
            [SignInPurpose.Authorize] = new AuthorizePurpose(sts, this),
            [SignInPurpose.AdminConsent] = new AdminConsentPurpose(sts, this),
            [SignInPurpose.Device] = new DevicePurpose(sts, this),
        };
    }

    public SessionCookie Session { get; }

    /// <summary>Goes on with whoever is signed in already.</summary>
    public LoginReply Resume(LoginRequest request, SignInProgress progress, LoginSession session) => Continue(request, progress with
    {
        Tenant = session.Tenant,
        User = session.User,
        SignedInAt = session.SignedInAt,
        Methods = session.Methods,
    });

    /// <summary>The next page for a person who has signed in, or the end.</summary>
    public LoginReply Continue(LoginRequest request, SignInProgress progress) => Guarded(request, progress, purpose =>
    {
        (Tenant tenant, Persona persona) = NeedUser(progress);
        return PersonaRules.FindProblem(persona) is { } problem
            ? ShowSignIn(request, progress, problem, persona.Upn)
            : purpose.Continue(request, progress, tenant, persona);
    });

    public LoginReply Accept(LoginRequest request, SignInProgress progress, bool forEverybody) => Guarded(request, progress, purpose =>
    {
        (Tenant tenant, Persona persona) = NeedUser(progress);
        return purpose.Accept(request, progress with { IsAccepted = true }, tenant, persona, forEverybody);
    });

    public LoginReply Decline(LoginRequest request, SignInProgress progress) => Guarded(request, progress, purpose => purpose.Decline(request, progress));

    public LoginReply ShowSignIn(LoginRequest request, SignInProgress progress, LoginFailure? failure = null, string? userName = null)
    {
        Realm realm = _sts.Tenants.Resolve(progress.RealmName);
        AppRegistration? app = progress.Client() == Guid.Empty ? null : _sts.Tenants.NeedApp(progress.RealmName, progress.Client());
        return SignInPage.Write(request, realm.Tenant, app, progress.RealmName, Seal(progress), failure, userName ?? progress.Authorize?.LoginHint);
    }

    /// <summary>Null when the page was left open too long, or is not ours.</summary>
    public SignInProgress? Read(LoginRequest request)
    {
        SignInProgress? progress = _sts.Values.Open(SealedKind.Progress, request.Form(PageFields.Context), SealedJson.Default.SignInProgress);
        return progress is not null && request.Now < progress.StartedAt + Patience && request.Now >= progress.StartedAt - Patience ? progress : null;
    }

    public string Seal(SignInProgress progress) => _sts.Values.Seal(SealedKind.Progress, progress, SealedJson.Default.SignInProgress);

    private LoginReply Guarded(LoginRequest request, SignInProgress progress, Func<ISignInPurpose, LoginReply> step)
    {
        ISignInPurpose purpose = _purposes[progress.Purpose];
        try
        {
            return step(purpose);
        }
        catch (LoginRefusedException refused)
        {
            return purpose.Refuse(request, progress, refused.Failure);
        }
    }

    private (Tenant Tenant, Persona Persona) NeedUser(SignInProgress progress)
    {
        Tenant? tenant = progress.User == Guid.Empty ? null : _sts.Tenants.Find(progress.Tenant.ToString("D"));
        Persona? persona = tenant?.Personas.FirstOrDefault(p => p.ObjectId == progress.User);
        return persona is null ? throw new LoginRefusedException(AadstsCode.MalformedRequest) : (tenant!, persona);
    }
}
