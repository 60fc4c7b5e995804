using Harness.Identity.Errors;
using Harness.Tests.Support;

namespace Harness.Tests.Identity;

/// <summary>Ways to be refused for what a request says.</summary>
internal static class RequestRefusals
{
    private const string BusinessCentral = "https://api.businesscentral.dynamics.com";

    private static readonly string Elsewhere = $"api://{Contoso.Restricted.Key()}";

    public static IEnumerable<RefusalCase> All() =>
    [
        new(AadstsCode.ParameterMissing, "client_id", e => e.Token(("grant_type", "client_credentials"))),
        new(AadstsCode.ParameterMissing, "grant_type", e => e.Token(("client_id", Contoso.Daemon.Key()), ("client_secret", Contoso.Daemon.Secret!))),
        new(AadstsCode.ParameterMissing, "scope", e => e.Token(("grant_type", "client_credentials"), ("client_id", Contoso.Daemon.Key()), ("client_secret", Contoso.Daemon.Secret!))),
        new(AadstsCode.ParameterMissing, "assertion-type", e => e.Token(("grant_type", "client_credentials"), ("client_id", Contoso.CertificateApp.Key()), ("client_assertion", "a.b.c"))),
        new(AadstsCode.ParameterMissing, "authorize-scope", e => e.Get(EntraServer.AuthorizePath(Contoso.Desk, ""))),
        new(AadstsCode.MalformedRequest, "garbage-code", e => e.Redeem("garbage")),
        new(AadstsCode.MalformedRequest, "garbage-refresh-token", e => e.Refresh("garbage")),
        new(AadstsCode.MalformedRequest, "code-of-another-app", async e => await e.Redeem(await e.Code(), Contoso.AzureCli)),
        new(AadstsCode.MalformedRequest, "garbage-page", e => e.Post($"{Contoso.Id}/login", ("ctx", "garbage"))),
        new(AadstsCode.WrongVerb, "get-token", e => e.Get($"{Contoso.Id}/oauth2/v2.0/token")),
        new(AadstsCode.UnknownGrantType, "token", e => e.Token(("grant_type", "magic"), ("client_id", Contoso.Desk.Key()))),
        new(AadstsCode.PasswordGrantOnCommon, "common", e => e.Post("common/oauth2/v2.0/token", ("grant_type", "password"), ("client_id", Contoso.Desk.Key()), ("username", "x"), ("password", "y"))),
        new(AadstsCode.BadScope, "token", e => e.Password(Contoso.Admin, "https://graph.microsoft.com/")),
        new(AadstsCode.BadScope, "authorize", e => e.Get(EntraServer.AuthorizePath(Contoso.Desk, "not a%scope"))),
        new(AadstsCode.BadScope, "default-and-more", e => e.Password(Contoso.Admin, $"{EntraServer.Graph}/.default {EntraServer.Graph}/User.Read")),
        new(AadstsCode.BadRedemptionScope, "code", async e => await e.Redeem(await e.Code(), more: ("scope", "https://graph.microsoft.com/"))),
        new(AadstsCode.EmptyRedemptionScope, "code", EmptyScope),
        new(AadstsCode.WrongScopeForClientCredentials, "token", e => e.AppToken(Contoso.Daemon, $"{EntraServer.Graph}/User.Read")),
        new(AadstsCode.TwoResources, "token", e => e.Password(Contoso.Admin, $"{EntraServer.Graph}/User.Read {EntraServer.Manage}/ActivityFeed.Read")),
        new(AadstsCode.ResourceOnV2, "token", e => e.AppToken(Contoso.Daemon, $"{EntraServer.Graph}/.default", ("resource", EntraServer.Graph))),
        new(AadstsCode.ResourceOnV2, "authorize", e => e.Get(EntraServer.AuthorizePath(Contoso.Desk, "openid", "", ("resource", EntraServer.Graph)))),
        new(AadstsCode.UnknownResource, "token", e => e.AppToken(Contoso.Daemon, "https://nowhere.example/.default")),
        new(AadstsCode.UnknownResource, "authorize", e => e.Get(EntraServer.AuthorizePath(Contoso.Desk, "https://nowhere.example/x"))),
        new(AadstsCode.ResourceNotRegistered, "v1", e => V1Password(e, "https://management.azure.com/")),
        new(AadstsCode.NoServicePrincipal, "authorize", e => e.Get(EntraServer.AuthorizePath(Contoso.Desk, $"{BusinessCentral}/.default"))),
        new(AadstsCode.NoServicePrincipal, "token", e => e.AppToken(Contoso.Daemon, $"{BusinessCentral}/.default")),
        new(AadstsCode.TokenForItself, "token", e => e.AppToken(Contoso.Orders, $"api://{Contoso.Orders.Key()}/.default")),
        new(AadstsCode.ResourceAssignmentRequired, "token", e => e.AppToken(Contoso.Daemon, $"{Elsewhere}/.default")),
        new(AadstsCode.RedirectMismatch, "authorize", e => e.Get(EntraServer.AuthorizePath(Contoso.Desk, "openid", "", ("redirect_uri", "https://evil.example/")))),
        new(AadstsCode.RedirectMismatch, "path", e => e.Get(EntraServer.AuthorizePath(Contoso.Desk, "openid", "", ("redirect_uri", "http://localhost:9/other")))),
        new(AadstsCode.NoReplyAddress, "authorize", e => e.Get(EntraServer.AuthorizePath(Contoso.CertificateApp, "openid", "", ("redirect_uri", "")))),
        new(AadstsCode.UnsupportedResponseType, "authorize", e => e.Get(EntraServer.AuthorizePath(Contoso.Desk, "openid", "", ("response_type", "magic")))),
        new(AadstsCode.UnsupportedResponseMode, "query-for-tokens", e => e.Get(EntraServer.AuthorizePath(Contoso.WebSite, "openid", "", ("response_type", "id_token"), ("response_mode", "query")))),
        new(AadstsCode.ResponseTypeNotEnabled, "authorize", e => e.Get(EntraServer.AuthorizePath(Contoso.Desk, "openid", "", ("response_type", "id_token"), ("nonce", "n")))),
        new(AadstsCode.BadChallengeSize, "authorize", e => e.Get(EntraServer.AuthorizePath(Contoso.Desk, "openid", "", ("code_challenge", "short")))),
        new(AadstsCode.BadChallengeMethod, "authorize", e => e.Get(EntraServer.AuthorizePath(Contoso.Desk, "openid", "", ("code_challenge_method", "S512")))),
        new(AadstsCode.NoSession, "prompt-none", e => e.Get(EntraServer.AuthorizePath(Contoso.Desk, "openid", "", ("prompt", "none")))),
        new(AadstsCode.BadSignOut, "logout", e => e.Get($"{Contoso.Id}/oauth2/v2.0/logout?post_logout_redirect_uri=nowhere")),
    ];

    private static async Task<PortalAnswer> EmptyScope(EntraServer entra)
    {
        string code = await entra.Code();
        return await entra.Token(
            ("grant_type", "authorization_code"), ("client_id", Contoso.Desk.Key()), ("code", code), ("redirect_uri", EntraServer.Redirect), ("code_verifier", EntraServer.Verifier), ("scope", ""));
    }

    private static Task<PortalAnswer> V1Password(EntraServer entra, string resource) => entra.Post(
        $"{Contoso.Id}/oauth2/token",
        ("grant_type", "password"),
        ("client_id", Contoso.Desk.Key()),
        ("username", Contoso.Admin.Upn),
        ("password", Contoso.Admin.Password),
        ("resource", resource));
}
