using Harness.Identity.Errors;
using Harness.Tests.Support;

namespace Harness.Tests.Identity;

/// <summary>Ways to be refused for a code, a refresh token, a device code or an assertion.</summary>
internal static class GrantRefusals
{
    public static IEnumerable<RefusalCase> All() =>
    [
        new(AadstsCode.RedirectDiffers, "code", async e => await e.Redeem(await e.Code(), more: ("redirect_uri", "http://localhost:1"))),
        new(AadstsCode.VerifierMismatch, "wrong", async e => await e.Redeem(await e.Code(), more: ("code_verifier", new string('y', 50)))),
        new(AadstsCode.VerifierMismatch, "missing", async e => await e.Redeem(await e.Code(), more: ("code_verifier", ""))),
        new(AadstsCode.AlreadyRedeemed, "code", Twice),
        new(AadstsCode.GrantExpired, "code", Late),
        new(AadstsCode.CodeForOtherTenant, "code", OtherTenant),
        new(AadstsCode.GrantRevoked, "reused", Reused),
        new(AadstsCode.RefreshInactive, "refresh", e => RefreshAfter(e, "P91D")),
        new(AadstsCode.SpaRefreshExpired, "refresh", SinglePage),
        new(AadstsCode.DevicePending, "poll", async e => await Poll(e, EntraServer.Text(await Device(e), "device_code"))),
        new(AadstsCode.BadDeviceCode, "poll", e => Poll(e, "garbage")),
        new(AadstsCode.DeviceCodeExpired, "poll", ExpiredDevice),
        new(AadstsCode.EmptyUserCode, "page", e => e.Post("device", ("otc", ""))),
        new(AadstsCode.UserCodeUsed, "page", UsedUserCode),
        new(AadstsCode.AssertionExpired, "obo", ExpiredAssertion),
        new(AadstsCode.AssertionAudience, "obo", async e => await Exchange(e, EntraServer.Text(await e.Password(Contoso.Admin), "access_token"))),
        new(AadstsCode.AssertionSignature, "obo", async e => await Exchange(e, await Incoming(e) + "AAAA")),
        new(AadstsCode.MalformedToken, "obo", e => Exchange(e, "garbage"), "invalid_grant"),
        new(AadstsCode.OnBehalfOfRefused, "obo", async e => await Exchange(e, EntraServer.Text(await e.AppToken(Contoso.Daemon, $"api://{Contoso.Orders.Key()}/.default"), "access_token"))),
    ];

    private static async Task<PortalAnswer> Twice(EntraServer entra)
    {
        string code = await entra.Code();
        await entra.Redeem(code);
        return await entra.Redeem(code);
    }

    private static async Task<PortalAnswer> Late(EntraServer entra)
    {
        string code = await entra.Code();
        await entra.Advance("PT11M");
        return await entra.Redeem(code);
    }

    private static async Task<PortalAnswer> OtherTenant(EntraServer entra)
    {
        string code = await entra.Code(app: Contoso.AzureCli);
        return await entra.Post(
            $"{Contoso.Fabrikam.Id}/oauth2/v2.0/token",
            ("grant_type", "authorization_code"), ("client_id", Contoso.AzureCli.Key()), ("code", code), ("redirect_uri", EntraServer.Redirect), ("code_verifier", EntraServer.Verifier));
    }

    private static async Task<PortalAnswer> Reused(EntraServer entra)
    {
        string token = EntraServer.Text(await entra.Redeem(await entra.Code()), "refresh_token");
        await entra.Refresh(token);
        return await entra.Refresh(token);
    }

    private static async Task<PortalAnswer> RefreshAfter(EntraServer entra, string span)
    {
        string token = EntraServer.Text(await entra.Redeem(await entra.Code()), "refresh_token");
        await entra.Advance(span);
        return await entra.Refresh(token);
    }

    private static async Task<PortalAnswer> SinglePage(EntraServer entra)
    {
        const string Own = "http://localhost:3000/";
        string code = await entra.Code(app: Contoso.Browser, more: ("redirect_uri", Own));
        PortalAnswer tokens = await entra.PostWith(
            $"{Contoso.Id}/oauth2/v2.0/token",
            FromBrowser,
            ("grant_type", "authorization_code"), ("client_id", Contoso.Browser.Key()), ("code", code), ("redirect_uri", Own), ("code_verifier", EntraServer.Verifier));
        await entra.Advance("PT25H");
        return await entra.PostWith(
            $"{Contoso.Id}/oauth2/v2.0/token", FromBrowser, ("grant_type", "refresh_token"), ("client_id", Contoso.Browser.Key()), ("refresh_token", EntraServer.Text(tokens, "refresh_token")));

        static void FromBrowser(HttpRequestMessage request) => request.Headers.Add("Origin", "http://localhost:3000");
    }

    private static Task<PortalAnswer> Device(EntraServer entra) =>
        entra.Post($"{Contoso.Id}/oauth2/v2.0/devicecode", ("client_id", Contoso.Desk.Key()), ("scope", "User.Read"));

    private static Task<PortalAnswer> Poll(EntraServer entra, string deviceCode) =>
        entra.Token(("grant_type", EntraServer.DeviceGrant), ("client_id", Contoso.Desk.Key()), ("device_code", deviceCode));

    private static async Task<PortalAnswer> ExpiredDevice(EntraServer entra)
    {
        string code = EntraServer.Text(await Device(entra), "device_code");
        await entra.Advance("PT16M");
        return await Poll(entra, code);
    }

    private static async Task<PortalAnswer> UsedUserCode(EntraServer entra)
    {
        string code = EntraServer.Text(await Device(entra), "user_code");
        await entra.Submit(await entra.Submit(await entra.Post("device", ("otc", code)), ("persona", Contoso.Admin.Upn)), ("decision", "accept"));
        return await entra.Post("device", ("otc", code));
    }

    private static async Task<string> Incoming(EntraServer entra) =>
        EntraServer.Text(await entra.Password(Contoso.Admin, $"api://{Contoso.Orders.Key()}/access_as_user"), "access_token");

    private static async Task<PortalAnswer> ExpiredAssertion(EntraServer entra)
    {
        string incoming = await Incoming(entra);
        await entra.Advance("PT2H");
        return await Exchange(entra, incoming);
    }

    private static Task<PortalAnswer> Exchange(EntraServer entra, string assertion) => entra.Token(
        ("grant_type", EntraServer.OnBehalfOf),
        ("client_id", Contoso.Orders.Key()),
        ("client_secret", Contoso.Orders.Secret!),
        ("assertion", assertion),
        ("requested_token_use", "on_behalf_of"),
        ("scope", $"{EntraServer.Manage}/ActivityFeed.Read"));
}
