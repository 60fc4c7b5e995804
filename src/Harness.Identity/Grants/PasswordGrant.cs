using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Policies;
using Harness.Identity.Replies;
using Harness.Identity.Resources;
using Harness.Identity.Tenancy;

namespace Harness.Identity.Grants;

/// <summary>password: a user name and a password, and nowhere to show a page.</summary>
internal sealed class PasswordGrant(StsParts sts) : IGrant
{
    public IReadOnlyList<string> Names { get; } = ["password"];

    public LoginReply Answer(GrantCall call)
    {
        if (call.Realm.Kind is RealmKind.Common or RealmKind.Consumers)
        {
            throw new LoginRefusedException(AadstsCode.PasswordGrantOnCommon);
        }

        string userName = call.Need("username");
        string password = call.Need("password");
        Tenant tenant = sts.Tenants.ForUser(call.Realm, userName);
        AppRegistration app = AppDirectory.Find(call.Realm, tenant, call.App.ClientId.ToString("D"));
        GrantCall own = call with { Tenant = tenant, App = app };
        RequestedScopes scopes = AskedScopes.Read(sts, own, tenant);
        ResourceRules.Check(tenant, app, scopes, call.IsV2, hasUser: true);
        if (PersonaRules.FindProblem(tenant, userName, password, out Persona? persona) is { } problem)
        {
            throw new LoginRefusedException(problem);
        }

        string[] methods = [SignInMethods.Password];
        IReadOnlyList<string> granted = UserGate.Pass(sts, own, tenant, persona!, scopes, methods);
        DateTimeOffset now = call.Request.Now;
        var grant = new UserGrant(NewId.Next(), NewId.Next(), tenant.Id, app.ClientId, persona!.ObjectId, call.IsV2, scopes.Target.Named, now, now)
        {
            Scope = call.Request.Form("scope"),
            Methods = methods,
        };
        return sts.Tokens.ForUser(own, new UserTokens(tenant, persona, grant, scopes, granted));
    }
}
