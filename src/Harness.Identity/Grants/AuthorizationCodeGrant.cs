using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Policies;
using Harness.Identity.Protection;
using Harness.Identity.Replies;
using Harness.Identity.Resources;

namespace Harness.Identity.Grants;

/// <summary>authorization_code: what authorize gave a browser, with the PKCE verifier.</summary>
internal sealed class AuthorizationCodeGrant(StsParts sts) : IGrant
{
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    public IReadOnlyList<string> Names { get; } = ["authorization_code"];

    public LoginReply Answer(GrantCall call)
    {
        UserGrant code = sts.Values.Open(SealedKind.Code, call.Need("code"), SealedJson.Default.UserGrant)
            ?? throw new LoginRefusedException(AadstsCode.MalformedRequest);
        (Tenant tenant, Persona persona) = GrantHolder.Find(sts, call, code);
        DateTimeOffset expiresAt = code.IssuedAt + CodeLifetime;
        if (call.Request.Now >= expiresAt)
        {
            throw new LoginRefusedException(AadstsCode.GrantExpired);
        }

        CheckRedirect(call, code);
        if (sts.Ledger.IsRedeemed(code.Id))
        {
            throw new LoginRefusedException(AadstsCode.AlreadyRedeemed);
        }

        // Observed: a wrong verifier does not use the code up.
        if (!Pkce.Matches(code.Challenge, code.IsPlainChallenge, call.Request.Form("code_verifier")))
        {
            throw new LoginRefusedException(AadstsCode.VerifierMismatch);
        }

        RequestedScopes scopes = AskedScopes.ReadOr(sts, call, tenant, code);
        ResourceRules.Check(tenant, call.App, scopes, call.IsV2, hasUser: true);
        IReadOnlyList<string> granted = UserGate.Pass(sts, call, tenant, persona, scopes, code.Methods);
        return sts.Ledger.Redeem(code.Id, expiresAt, call.Request.Now)
            ? sts.Tokens.ForUser(call, new UserTokens(tenant, persona, code, scopes, granted))
            : throw new LoginRefusedException(AadstsCode.AlreadyRedeemed);
    }

    private static void CheckRedirect(GrantCall call, UserGrant code)
    {
        string sent = call.Need("redirect_uri");
        if (!string.Equals(sent, code.RedirectUri, StringComparison.Ordinal))
        {
            throw new LoginRefusedException(AadstsCode.RedirectDiffers, ("sent", sent), ("expected", code.RedirectUri ?? ""));
        }
    }
}
