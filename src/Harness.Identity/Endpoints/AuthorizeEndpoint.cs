using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Pages;
using Harness.Identity.Policies;
using Harness.Identity.Replies;
using Harness.Identity.Requests;
using Harness.Identity.Resources;
using Harness.Identity.SignIn;

namespace Harness.Identity.Endpoints;

/// <summary><c>/{tenant}/oauth2/(v2.0/)authorize</c>: where a browser is sent to sign in.</summary>
internal sealed class AuthorizeEndpoint(StsParts sts, SignInFlow flow, bool isV2) : ILoginEndpoint
{
    private readonly AuthorizeReader _reader = new(sts);

    public LoginReply Answer(LoginRequest request)
    {
        AuthorizeWish target = _reader.ReadTarget(request, isV2);
        try
        {
            return Begin(request, _reader.ReadRest(request, target));
        }
        catch (LoginRefusedException refused) when (!AuthorizePurpose.IsShown(refused.Failure.Row.Code))
        {
            return RedirectAnswer.Refuse(request, sts.Errors, target, refused.Failure);
        }
    }

    public LoginReply Refuse(LoginRequest request, LoginFailure failure) => ErrorPage.Write(request, failure);

    private LoginReply Begin(LoginRequest request, AuthorizeWish wish)
    {
        Tenant tenant = sts.Tenants.ForApp(sts.Tenants.Resolve(request.TenantName), wish.Client.ToString("D"));
        RequestedScopes scopes = isV2 ? sts.Scopes.Read(tenant, wish.Scope!) : sts.Scopes.ReadResource(tenant, wish.Resource);
        ResourceRules.Check(tenant, sts.Tenants.NeedApp(request.TenantName, wish.Client), scopes, isV2, hasUser: true);

        var progress = new SignInProgress(SignInPurpose.Authorize, request.TenantName, request.Now) { Authorize = wish };
        if (flow.Session.Find(request, request.TenantName) is { } signedIn && IsMeant(wish, signedIn.Persona))
        {
            return flow.Resume(request, progress, signedIn.Session);
        }

        return wish.IsSilent() ? throw new LoginRefusedException(AadstsCode.NoSession) : flow.ShowSignIn(request, progress);
    }

    private static bool IsMeant(AuthorizeWish wish, Persona persona) =>
        wish.Prompt is not ("login" or "select_account")
        && (wish.LoginHint is null || string.Equals(wish.LoginHint, persona.Upn, StringComparison.OrdinalIgnoreCase));
}
