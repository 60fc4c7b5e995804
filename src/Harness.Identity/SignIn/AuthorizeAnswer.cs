using System.Globalization;
using Harness.Contracts.Tenants;
using Harness.Identity.Grants;
using Harness.Identity.Policies;
using Harness.Identity.Protection;
using Harness.Identity.Replies;
using Harness.Identity.Resources;
using Harness.Identity.Tenancy;
using Harness.Identity.Tokens;

namespace Harness.Identity.SignIn;

/// <summary>The end of a sign-in: a code, an ID token or an access token for the application's redirect address.</summary>
internal sealed class AuthorizeAnswer(StsParts sts)
{
    public LoginReply Write(GrantCall call, SignInProgress progress, Tenant tenant, Persona persona, RequestedScopes scopes)
    {
        AuthorizeWish wish = progress.Authorize!;
        UserGrant grant = Grant(call, progress, scopes);
        sts.Ledger.Begin(grant.Line, call.Request.Now.AddDays(400), call.Request.Now);
        string? code = wish.Wants("code") ? sts.Values.Seal(SealedKind.Code, grant, SealedJson.Default.UserGrant) : null;
        string? token = wish.Wants("token") ? Token(call, tenant, persona, grant, scopes) : null;
        List<(string, string)> parameters = [];
        Add("code", code);
        Add("access_token", token);
        if (token is not null)
        {
            Add("token_type", "Bearer");
            Add("expires_in", ((long)TokenAnswers.Lifetime(tenant, call.Claims).TotalSeconds - 1).ToString(CultureInfo.InvariantCulture));
            Add("scope", scopes.Show(sts.Consents.Delegated(tenant, call.App, scopes.Target.Resource, persona.ObjectId)));
        }

        if (wish.Wants("id_token"))
        {
            Add("id_token", sts.Issuer.Issue(new IdTokenRequest(
                tenant, wish.Client, persona, wish.IsV2, wish.Nonce, progress.SignedInAt, progress.Methods, code, token)
            { HasEmail = scopes.OpenId.Contains("email") }));
        }

        Add("client_info", wish.WantsClientInfo ? TokenAnswers.ClientInfo(tenant, persona) : null);
        Add("state", wish.State);
        Add("session_state", grant.Line.ToString("D"));
        return RedirectAnswer.Write(wish.RedirectUri, wish.ResponseMode, "signed-in", parameters);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                parameters.Add((name, value));
            }
        }
    }

    private static UserGrant Grant(GrantCall call, SignInProgress progress, RequestedScopes scopes)
    {
        AuthorizeWish wish = progress.Authorize!;
        return new UserGrant(
            NewId.Next(), NewId.Next(), progress.Tenant, wish.Client, progress.User, wish.IsV2, scopes.Target.Named, call.Request.Now, progress.SignedInAt)
        {
            Scope = wish.Scope,
            RedirectUri = wish.RedirectUri,
            Challenge = wish.Challenge,
            IsPlainChallenge = wish.IsPlainChallenge,
            Nonce = wish.Nonce,
            Methods = progress.Methods,
            Contexts = progress.Methods.Contains(SignInMethods.Mfa) ? call.Claims.Contexts : [],
            IsSinglePage = call.App.IsSinglePage(),
        };
    }

    private string Token(GrantCall call, Tenant tenant, Persona persona, UserGrant grant, RequestedScopes scopes)
    {
        IReadOnlyList<string> granted = sts.Consents.Delegated(tenant, call.App, scopes.Target.Resource, persona.ObjectId);
        return sts.Tokens.AccessToken(call, new UserTokens(tenant, persona, grant, scopes, granted), TokenAnswers.Lifetime(tenant, call.Claims));
    }
}
