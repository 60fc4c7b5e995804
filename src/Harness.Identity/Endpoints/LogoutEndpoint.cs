using Harness.Identity.Errors;
using Harness.Identity.Pages;
using Harness.Identity.Replies;
using Harness.Identity.Requests;
using Harness.Identity.SignIn;

namespace Harness.Identity.Endpoints;

/// <summary><c>/{tenant}/oauth2/(v2.0/)logout</c>: ends the service's own session; an application's address is gone back to when some app has registered it.</summary>
internal sealed class LogoutEndpoint(StsParts sts) : ILoginEndpoint
{
    public LoginReply Answer(LoginRequest request)
    {
        Tenancy.Realm realm = sts.Tenants.Resolve(request.TenantName);
        string? back = request.Any("post_logout_redirect_uri");
        if (back is not null && !(Uri.TryCreate(back, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)))
        {
            throw new LoginRefusedException(AadstsCode.BadSignOut);
        }

        // Anything else would let a link of ours lead anywhere.
        bool isRegistered = back is not null && realm.Tenant.Apps.Any(app => RedirectUris.IsRegistered(app, back));
        LoginReply reply = isRegistered
            ? RedirectAnswer.Write(back!, "query", "signed-out", request.Any("state") is { } state ? [("state", state)] : [])
            : MessagePage.Write("signed-out", "You signed out of your account", "It's a good idea to close all browser windows.");
        return SessionCookie.Clear(reply, request);
    }

    public LoginReply Refuse(LoginRequest request, LoginFailure failure) => ErrorPage.Write(request, failure);
}
