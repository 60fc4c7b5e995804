using System.Globalization;
using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Policies;
using Harness.Identity.Protection;
using Harness.Identity.Replies;
using Harness.Identity.Resources;

namespace Harness.Identity.Grants;

/// <summary>refresh_token: a new token for an old sign-in. Each refresh token is good once; a used one that comes back ends its whole line.</summary>
internal sealed class RefreshTokenGrant(StsParts sts) : IGrant
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);
    private static readonly TimeSpan SinglePageLifetime = TimeSpan.FromDays(1);

    public IReadOnlyList<string> Names { get; } = ["refresh_token"];

    public LoginReply Answer(GrantCall call)
    {
        UserGrant token = sts.Values.Open(SealedKind.RefreshToken, call.Need("refresh_token"), SealedJson.Default.UserGrant)
            ?? throw new LoginRefusedException(AadstsCode.MalformedRequest);
        (Tenant tenant, Persona persona) = GrantHolder.Find(sts, call, token);
        CheckAge(call.Request.Now, token, persona);
        if (sts.Ledger.IsRedeemed(token.Id))
        {
            throw Reused(token, call.Request.Now);
        }

        RequestedScopes scopes = AskedScopes.ReadOr(sts, call, tenant, token);
        ResourceRules.Check(tenant, call.App, scopes, call.IsV2, hasUser: true);
        IReadOnlyList<string> granted = UserGate.Pass(sts, call, tenant, persona, scopes, token.Methods);
        return sts.Ledger.Redeem(token.Id, token.IssuedAt + Lifetime, call.Request.Now)
            ? sts.Tokens.ForUser(call, new UserTokens(tenant, persona, token, scopes, granted) { IsRenewal = true })
            : throw Reused(token, call.Request.Now);
    }

    private static void CheckAge(DateTimeOffset now, UserGrant token, Persona persona)
    {
        string issued = ErrorTimes.Text(token.IssuedAt);
        if (token.IsSinglePage && now >= token.SignedInAt + SinglePageLifetime)
        {
            throw new LoginRefusedException(AadstsCode.SpaRefreshExpired, ("span", Text(SinglePageLifetime)), ("issued", issued));
        }

        if (now >= token.IssuedAt + Lifetime)
        {
            throw new LoginRefusedException(AadstsCode.RefreshInactive, ("issued", issued), ("span", Text(Lifetime)));
        }

        if (PersonaRules.HasSignInFrequency(persona) && now >= token.SignedInAt + PersonaRules.SignInFrequency)
        {
            string seconds = PersonaRules.SignInFrequency.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            throw new LoginRefusedException(AadstsCode.SignInFrequency, ("issued", issued), ("seconds", seconds));
        }
    }

    private LoginRefusedException Reused(UserGrant token, DateTimeOffset now)
    {
        sts.Ledger.EndLine(token.Line, now + Lifetime, now);
        return GrantHolder.Revoked(token, now);
    }

    private static string Text(TimeSpan span) => span.ToString("d'.'hh':'mm':'ss", CultureInfo.InvariantCulture);
}
