using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Tests.Support;

namespace Harness.Tests.Identity;

/// <summary>Ways to be refused as a user.</summary>
internal static class UserRefusals
{
    private const string Feed = $"{EntraServer.Manage}/ActivityFeed.Read";

    public static IEnumerable<RefusalCase> All() =>
    [
        new(AadstsCode.UserNotFound, "password", e => e.Token(("grant_type", "password"), ("client_id", Contoso.Desk.Key()), ("username", "nobody@contoso.onmicrosoft.com"), ("password", "x"), ("scope", "User.Read"))),
        new(AadstsCode.WrongPassword, "password", e => e.Token(("grant_type", "password"), ("client_id", Contoso.Desk.Key()), ("username", Contoso.Admin.Upn), ("password", "x"), ("scope", "User.Read"))),
        new(AadstsCode.WrongPassword, "page", WrongPasswordOnThePage),
        new(AadstsCode.AccountLocked, "password", e => e.Password(Contoso.Persona("locked"))),
        new(AadstsCode.PasswordExpired, "password", e => e.Password(Contoso.Persona("password-expired"))),
        new(AadstsCode.NoPassword, "password", e => e.Password(Contoso.Persona("passwordless"))),
        new(AadstsCode.AccountDisabled, "password", e => e.Password(Contoso.Persona("disabled"))),
        new(AadstsCode.AccountDisabled, "page", e => e.SignIn(EntraServer.AuthorizePath(Contoso.Desk, "User.Read"), Contoso.Persona("disabled"))),
        new(AadstsCode.MfaRequired, "v2", e => e.Password(Contoso.Persona("mfa-required"))),
        new(AadstsCode.MfaRequired, "v1", e => V1Password(e, Contoso.Persona("mfa-required")), "interaction_required"),
        new(AadstsCode.MfaEnrollmentRequired, "password", e => e.Password(Contoso.Persona("mfa-enrollment"))),
        new(AadstsCode.BlockedByPolicy, "v2", e => e.Password(Contoso.Persona("blocked"))),
        new(AadstsCode.BlockedByPolicy, "v1", e => V1Password(e, Contoso.Persona("blocked")), "interaction_required"),
        new(AadstsCode.BlockedByPolicy, "page", e => e.SignIn(EntraServer.AuthorizePath(Contoso.Desk, "User.Read"), Contoso.Persona("blocked"))),
        new(AadstsCode.SignInFrequency, "refresh", SignInFrequency),
        new(AadstsCode.ConsentMissing, "refresh", e => e.Token(Unapproved("User.Read"))),
        new(AadstsCode.ConsentMissing, "more-scope", e => e.Password(Contoso.Admin, $"{EntraServer.Graph}/Mail.Read")),
        new(AadstsCode.NotPreauthorized, "first-party", e => e.Password(Contoso.Admin, $"{EntraServer.Manage}/.default", Contoso.AzureCli)),
        new(AadstsCode.Declined, "authorize", DeclineConsent, "access_denied"),
        new(AadstsCode.Declined, "adminconsent", DeclineAdminConsent, "consent_required"),
        new(AadstsCode.Declined, "device", DeclineDevice, "authorization_declined"),
        new(AadstsCode.AdminConsentRequired, "authorize", AskAnAdministrator),
        new(AadstsCode.NotAssigned, "page", e => e.SignIn(EntraServer.AuthorizePath(Contoso.Restricted, Feed), Contoso.Reader)),
        new(AadstsCode.NotAssigned, "token", e => e.Token(
            ("grant_type", "password"), ("client_id", Contoso.Restricted.Key()), ("client_secret", Contoso.Restricted.Secret!), ("username", Contoso.Reader.Upn), ("password", Contoso.Reader.Password), ("scope", Feed))),
    ];

    private static (string Name, string Value)[] Unapproved(string scope) =>
    [
        ("grant_type", "password"), ("client_id", Contoso.Unapproved.Key()), ("client_secret", Contoso.Unapproved.Secret!), ("username", Contoso.Admin.Upn), ("password", Contoso.Admin.Password), ("scope", scope),
    ];

    private static Task<PortalAnswer> V1Password(EntraServer entra, Persona persona) => entra.Post(
        $"{Contoso.Id}/oauth2/token", ("grant_type", "password"), ("client_id", Contoso.Desk.Key()), ("username", persona.Upn), ("password", persona.Password), ("resource", EntraServer.Manage));

    private static async Task<PortalAnswer> WrongPasswordOnThePage(EntraServer entra) =>
        await entra.Submit(await entra.Get(EntraServer.AuthorizePath(Contoso.Desk, "User.Read")), ("login", Contoso.Admin.Upn), ("passwd", "nonsense"));

    private static async Task<PortalAnswer> SignInFrequency(EntraServer entra)
    {
        string token = EntraServer.Text(await entra.Redeem(await entra.Code(persona: Contoso.Persona("sign-in-frequency"))), "refresh_token");
        await entra.Advance("PT61M");
        return await entra.Refresh(token);
    }

    private static async Task<PortalAnswer> DeclineConsent(EntraServer entra) =>
        await entra.Submit(await entra.SignIn(EntraServer.AuthorizePath(Contoso.Unapproved, "User.Read"), Contoso.Admin), ("decision", "cancel"));

    private static async Task<PortalAnswer> DeclineAdminConsent(EntraServer entra)
    {
        string path = $"organizations/v2.0/adminconsent?client_id={Contoso.Unapproved.Key()}&redirect_uri={Uri.EscapeDataString("http://localhost")}&scope={Uri.EscapeDataString(Feed)}&state=s";
        return await entra.Submit(await entra.SignIn(path, Contoso.Admin), ("decision", "cancel"));
    }

    private static async Task<PortalAnswer> DeclineDevice(EntraServer entra)
    {
        PortalAnswer start = await entra.Post($"{Contoso.Id}/oauth2/v2.0/devicecode", ("client_id", Contoso.Desk.Key()), ("scope", "User.Read"));
        PortalAnswer page = await entra.Submit(await entra.Post("device", ("otc", EntraServer.Text(start, "user_code"))), ("persona", Contoso.Admin.Upn));
        await entra.Submit(page, ("decision", "cancel"));
        return await entra.Token(("grant_type", EntraServer.DeviceGrant), ("client_id", Contoso.Desk.Key()), ("device_code", EntraServer.Text(start, "device_code")));
    }

    private static async Task<PortalAnswer> AskAnAdministrator(EntraServer entra) =>
        await entra.Submit(await entra.SignIn(EntraServer.AuthorizePath(Contoso.Unapproved, Feed), Contoso.Reader), ("decision", "accept"));
}
