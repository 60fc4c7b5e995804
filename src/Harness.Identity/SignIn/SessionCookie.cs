using Harness.Contracts.Tenants;
using Harness.Identity.Grants;
using Harness.Identity.Protection;
using Harness.Identity.Replies;
using Harness.Identity.Requests;

namespace Harness.Identity.SignIn;

/// <summary>The service's own session: whoever has it signs in without typing.</summary>
internal sealed class SessionCookie(StsParts sts)
{
    private const string Name = "ESTSAUTHPERSISTENT";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>Null when nobody is signed in, or not for this realm.</summary>
    public (LoginSession Session, Tenant Tenant, Persona Persona)? Find(LoginRequest request, string realmName)
    {
        LoginSession? session = sts.Values.Open(SealedKind.Session, request.Cookie(Name), SealedJson.Default.LoginSession);
        if (session is null || request.Now >= session.SignedInAt + Lifetime || sts.Ledger.IsEnded(session.Line))
        {
            return null;
        }

        Tenancy.Realm realm = sts.Tenants.Resolve(realmName);
        Tenant? tenant = sts.Tenants.Find(session.Tenant.ToString("D"));
        Persona? persona = tenant?.Personas.FirstOrDefault(p => p.ObjectId == session.User);
        bool isHere = tenant is not null && persona is not null && (!realm.IsSpecific || realm.Tenant.Id == tenant.Id);
        return isHere ? (session, tenant!, persona!) : null;
    }

    public LoginReply Set(LoginReply reply, LoginRequest request, SignInProgress progress)
    {
        var session = new LoginSession(NewId.Next(), progress.Tenant, progress.User, progress.SignedInAt, progress.Methods);
        sts.Ledger.Begin(session.Line, request.Now + Lifetime, request.Now);
        return reply.With("Set-Cookie", $"{Name}={sts.Values.Seal(SealedKind.Session, session, SealedJson.Default.LoginSession)}; {Where(request)}");
    }

    public static LoginReply Clear(LoginReply reply, LoginRequest request) =>
        reply.With("Set-Cookie", $"{Name}=; expires=Thu, 01 Jan 1970 00:00:00 GMT; {Where(request)}");

    private static string Where(LoginRequest request) =>
        $"path={request.Address.CookiePath}; {(request.IsHttps ? "secure; HttpOnly; SameSite=None" : "HttpOnly; SameSite=Lax")}";
}
