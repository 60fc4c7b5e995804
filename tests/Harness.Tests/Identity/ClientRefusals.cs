using System.Security.Cryptography;
using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Tests.Support;

namespace Harness.Tests.Identity;

/// <summary>Ways to be refused as an application.</summary>
internal static class ClientRefusals
{
    private const string GraphDefault = $"{EntraServer.Graph}/.default";

    private static readonly string GoodAudience = $"https://login.microsoftonline.com/{Contoso.Id}/oauth2/v2.0/token";

    public static IEnumerable<RefusalCase> All() =>
    [
        new(AadstsCode.UnknownTenant, "token", e => e.Post("nobody.example/oauth2/v2.0/token", ("grant_type", "client_credentials"), ("client_id", Contoso.Daemon.Key()))),
        new(AadstsCode.UnknownTenant, "discovery", e => e.Get("nobody.example/v2.0/.well-known/openid-configuration"), "invalid_tenant"),
        new(AadstsCode.UnknownTenant, "authorize", e => e.Get($"nobody.example/oauth2/v2.0/authorize?client_id={Contoso.Desk.Key()}")),
        new(AadstsCode.NoTenantInformation, "app-on-common", e => e.Post("common/oauth2/v2.0/token", [.. Daemon(), ("scope", GraphDefault)])),
        new(AadstsCode.NoTenantInformation, "adminconsent-on-common", e => e.Get($"common/v2.0/adminconsent?client_id={Contoso.Unapproved.Key()}&scope=x")),
        new(AadstsCode.SingleTenantOnly, "common", e => e.Post("common/oauth2/v2.0/devicecode", ("client_id", Contoso.App("Contoso Inside Tool").Key()), ("scope", "User.Read"))),
        new(AadstsCode.UnknownApp, "token", e => e.Token(("grant_type", "client_credentials"), ("client_id", "11111111-2222-3333-4444-555555555555"))),
        new(AadstsCode.UnknownApp, "consumers", e => e.Post("consumers/oauth2/v2.0/token", Daemon())),
        new(AadstsCode.UnknownApp, "no-guid", e => e.Token(("grant_type", "client_credentials"), ("client_id", "reporting"))),
        new(AadstsCode.UnknownApp, "authorize", e => e.Get($"{Contoso.Id}/oauth2/v2.0/authorize?client_id=11111111-2222-3333-4444-555555555555")),
        new(AadstsCode.AppDisabled, "token", e => e.AppToken(Contoso.App("Contoso Retired App"), GraphDefault)),
        new(AadstsCode.Throttled, "token", e => e.AppToken(Contoso.App("Contoso Busy Job"), GraphDefault)),
        new(AadstsCode.ClientLoop, "token", e => e.AppToken(Contoso.App("Contoso Looping Job"), GraphDefault)),
        new(AadstsCode.WrongSecret, "token", e => e.Token([.. Daemon("nonsense"), ("scope", GraphDefault)])),
        new(AadstsCode.WrongSecret, "app-without-secret", e => e.Token(("grant_type", "client_credentials"), ("client_id", Contoso.CertificateApp.Key()), ("client_secret", "x"))),
        new(AadstsCode.SecretExpired, "token", e => e.AppToken(Contoso.App("Contoso Forgotten Job"), GraphDefault)),
        new(AadstsCode.NoCredential, "token", e => e.Token(("grant_type", "client_credentials"), ("client_id", Contoso.Daemon.Key()), ("scope", GraphDefault))),
        new(AadstsCode.NoCredential, "public-flow-off", e => e.Password(Contoso.Admin, app: Contoso.Daemon)),
        new(AadstsCode.NoCredential, "public-client-for-itself", e => e.Token(("grant_type", "client_credentials"), ("client_id", Contoso.Desk.Key()), ("scope", GraphDefault))),
        new(AadstsCode.PublicClientHasSecret, "token", e => e.Password(Contoso.Admin, more: ("client_secret", "x"))),
        new(AadstsCode.MalformedToken, "client-assertion", e => Assert(e, "no.jwt")),
        new(AadstsCode.SubjectIsNotIssuer, "assertion", e => Assert(e, Assertions.Sign(Contoso.CertificateApp, GoodAudience, subject: "somebody"))),
        new(AadstsCode.AssertionIsNotClient, "assertion", e => Assert(e, Assertions.Sign(Contoso.CertificateApp, GoodAudience, issuer: Contoso.Daemon.Key(), subject: Contoso.Daemon.Key()))),
        new(AadstsCode.NoFederatedCredential, "assertion", e => Assert(e, Assertions.Sign(Contoso.CertificateApp, GoodAudience, issuer: "https://token.actions.example", subject: "repo:x"))),
        new(AadstsCode.ClientAssertionAudience, "other-service", e => Assert(e, Assertions.Sign(Contoso.CertificateApp, "https://api.example/oauth2/v2.0/token"))),
        new(AadstsCode.ClientAssertionAudience, "other-tenant", e => Assert(e, Assertions.Sign(Contoso.CertificateApp, $"https://login.microsoftonline.com/{Contoso.Fabrikam.Id}/oauth2/v2.0/token"))),
        new(AadstsCode.ClientAssertionTime, "expired", e => Assert(e, Assertions.Sign(Contoso.CertificateApp, GoodAudience, from: TimeSpan.FromHours(-2), to: TimeSpan.FromHours(-1)))),
        new(AadstsCode.ClientAssertionTime, "not-yet", e => Assert(e, Assertions.Sign(Contoso.CertificateApp, GoodAudience, from: TimeSpan.FromHours(1), to: TimeSpan.FromHours(2)))),
        new(AadstsCode.ClientAssertionKey, "other-key", ForeignKey),
        new(AadstsCode.ClientAssertionKey, "other-algorithm", e => Assert(e, Assertions.Sign(Contoso.CertificateApp, GoodAudience, algorithm: "RS512"))),
        new(AadstsCode.CrossOriginRefused, "origin", e => e.PostWith($"{Contoso.Id}/oauth2/v2.0/token", r => r.Headers.Add("Origin", "https://spa.example"), [.. Daemon(), ("scope", GraphDefault)])),
        new(AadstsCode.CrossOriginRequired, "no-origin", e => e.Token(("grant_type", "authorization_code"), ("client_id", Contoso.Browser.Key()), ("code", "x"))),
        new(AadstsCode.UnknownInstance, "instance", e => e.Get("common/discovery/instance?api-version=1.1&authorization_endpoint=https%3A%2F%2Flogin.example%2Fx%2Foauth2%2Fv2.0%2Fauthorize")),
        new(AadstsCode.MalformedInstanceDiscovery, "instance", e => e.Get("common/discovery/instance?api-version=1.1")),
    ];

    private static (string Name, string Value)[] Daemon(string? secret = null) =>
        [("grant_type", "client_credentials"), ("client_id", Contoso.Daemon.Key()), ("client_secret", secret ?? Contoso.Daemon.Secret!)];

    private static Task<PortalAnswer> Assert(EntraServer entra, string assertion)
    {
        AppRegistration app = Contoso.CertificateApp;
        return entra.Token(
            ("grant_type", "client_credentials"), ("client_id", app.Key()), ("client_assertion_type", Assertions.Type), ("client_assertion", assertion), ("scope", GraphDefault));
    }

    private static async Task<PortalAnswer> ForeignKey(EntraServer entra)
    {
        using RSA key = RSA.Create(2048);
        return await Assert(entra, Assertions.Sign(Contoso.CertificateApp, GoodAudience, key: key));
    }
}
