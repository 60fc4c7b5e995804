using System.Text.Json;
using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Policies;
using Harness.Identity.Replies;
using Harness.Identity.Resources;
using Harness.Identity.Tokens;

namespace Harness.Identity.Grants;

/// <summary>on-behalf-of: an API exchanges the token it was called with for one of the next API.</summary>
internal sealed class OnBehalfOfGrant(StsParts sts) : IGrant
{
    public IReadOnlyList<string> Names { get; } = ["urn:ietf:params:oauth:grant-type:jwt-bearer"];

    public LoginReply Answer(GrantCall call)
    {
        if (call.Need("requested_token_use") is not "on_behalf_of")
        {
            throw new LoginRefusedException(AadstsCode.MalformedRequest);
        }

        CompactJws assertion = CompactJws.Parse(call.Need("assertion"))
            ?? throw new LoginRefusedException(LoginFailure.Of(AadstsCode.MalformedToken) with { ErrorOverride = "invalid_grant" });
        Check(call, assertion);
        Tenant tenant = sts.Tenants.Find(assertion.Text("tid")) ?? call.Tenant;
        RequestedScopes scopes = AskedScopes.Read(sts, call, tenant);
        ResourceRules.Check(tenant, call.App, scopes, call.IsV2, hasUser: true);
        Persona persona = tenant.Personas.FirstOrDefault(p => string.Equals(p.ObjectId.ToString("D"), assertion.Text("oid"), StringComparison.OrdinalIgnoreCase))
            ?? throw new LoginRefusedException(AadstsCode.UserNotFound, ("user", assertion.Text("oid")), ("tenant", tenant.DisplayName));
        string[] methods = Methods(assertion);
        IReadOnlyList<string> granted = UserGate.Pass(sts, call, tenant, persona, scopes, methods);
        DateTimeOffset now = call.Request.Now;
        Guid line = Guid.TryParse(assertion.Text("sid"), out Guid session) ? session : NewId.Next();
        var grant = new UserGrant(NewId.Next(), line, tenant.Id, call.App.ClientId, persona.ObjectId, call.IsV2, scopes.Target.Named, now, assertion.Time("iat") ?? now)
        {
            Scope = call.Request.Form("scope"),
            Methods = methods,
        };
        return sts.Tokens.ForUser(call, new UserTokens(tenant, persona, grant, scopes, granted) { IsOnBehalfOf = true });
    }

    private void Check(GrantCall call, CompactJws assertion)
    {
        if (!sts.Key.Verify(assertion.Signed, assertion.Signature))
        {
            throw new LoginRefusedException(AadstsCode.AssertionSignature);
        }

        string audience = assertion.Text("aud");
        string app = call.App.ClientId.ToString("D");
        if (sts.Resources.Find(call.Tenant, audience)?.Resource.AppId != call.App.ClientId)
        {
            throw new LoginRefusedException(AadstsCode.AssertionAudience, ("audience", audience), ("app", app), ("name", call.App.Name));
        }

        if (assertion.Time("exp") is not { } to || call.Request.Now >= to)
        {
            DateTimeOffset end = assertion.Time("exp") ?? DateTimeOffset.UnixEpoch;
            throw new LoginRefusedException(AadstsCode.AssertionExpired, ("now", ErrorTimes.Text(call.Request.Now)), ("to", ErrorTimes.Text(end)));
        }

        if (assertion.Text("idtyp") == "app")
        {
            throw new LoginRefusedException(AadstsCode.OnBehalfOfRefused, ("app", app));
        }
    }

    // v2 tokens do not say how the user signed in; that they exist says that it was enough.
    private static string[] Methods(CompactJws assertion)
    {
        if (assertion.Payload.TryGetProperty("amr", out JsonElement amr) && amr.ValueKind == JsonValueKind.Array)
        {
            return [.. amr.EnumerateArray().Select(m => m.GetString() ?? "")];
        }

        return assertion.Payload.TryGetProperty("acrs", out _) ? [SignInMethods.Password, SignInMethods.Mfa] : [SignInMethods.Password];
    }
}
