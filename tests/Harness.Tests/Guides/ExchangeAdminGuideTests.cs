using System.Security.Cryptography.X509Certificates;
using Harness.Tests.Identity;
using Harness.Tests.Mock.Quirks;
using Harness.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.Extensibility;

namespace Harness.Tests.Guides;

/// <summary>The steps of the guide to the Exchange Online Admin API, with its parameters.</summary>
internal sealed class ExchangeAdminGuideTests : GuideTests
{
    private const string Default = "https://outlook.office365.com/.default";
    private const string Redirect = "https://localhost:5001/signin-oidc";
    private const string Organization = """{ "CmdletInput": { "CmdletName": "Get-OrganizationConfig" } }""";

    private static readonly string Endpoint = $"https://outlook.office365.com/adminapi/v2.0/{Contoso.Id}/OrganizationConfig";
    private static readonly string Login = $"https://login.microsoftonline.com/{Contoso.Id}/oauth2/v2.0";

    [Test]
    public async Task A_user_signs_in_by_the_authorization_code_flow_and_the_refresh_token_goes_on()
    {
        var app = Contoso.Restricted;
        Uri back = await Server.Tls.Browse(
            new Uri($"{Login}/authorize?client_id={app.Key()}&response_type=code&redirect_uri={Uri.EscapeDataString(Redirect)}&response_mode=query&scope={Uri.EscapeDataString(Default + " offline_access")}&state=12345"),
            [("persona", Contoso.Admin.Upn)]);
        var query = QueryHelpers.ParseQuery(back.Query);
        PortalAnswer first = await Server.Form(
            $"{Login}/token", ("client_id", app.Key()), ("client_secret", app.Secret!), ("grant_type", "authorization_code"), ("code", query["code"]!), ("redirect_uri", Redirect), ("scope", Default + " offline_access"));

        query["state"].ToString().Should().Be("12345");
        first.Status.Should().Be(200, first.Text);
        (await Server.Send("POST", Endpoint, first.Json.Text("access_token"), Organization)).Json.Text("value/0/Guid").Should().Be(Contoso.Id);
        await Server.Tls.Server.Control(HttpMethod.Post, "clock", new { advance = "PT2H" });
        (await Server.Send("POST", Endpoint, first.Json.Text("access_token"), Organization)).Status.Should().Be(401);
        PortalAnswer second = await Server.Form(
            $"{Login}/token", ("client_id", app.Key()), ("client_secret", app.Secret!), ("grant_type", "refresh_token"), ("refresh_token", first.Json.Text("refresh_token")), ("scope", Default + " offline_access"));
        (await Server.Send("POST", Endpoint, second.Json.Text("access_token"), Organization)).Status.Should().Be(200);
        second.Json.Text("refresh_token").Should().NotBe(first.Json.Text("refresh_token"));
    }

    [Test]
    public async Task An_application_calls_as_itself_with_a_certificate_when_it_has_a_role()
    {
        using var pem = X509Certificate2.CreateFromPem(Contoso.CertificateApp.Certificate!, Contoso.CertificateApp.Certificate!);
        AuthenticationResult token = await Server.Confidential(Contoso.CertificateApp).WithCertificate(pem).Build().AcquireTokenForClient([Default]).ExecuteAsync();

        (await Server.Send("POST", Endpoint, token.AccessToken, Organization)).Status.Should().Be(200);
        (await Server.Send("POST", Endpoint.Replace("OrganizationConfig", "Mailbox", StringComparison.Ordinal), token.AccessToken, """{"CmdletInput":{"CmdletName":"Get-Mailbox"}}""")).Status.Should().Be(200);
    }

    [Test]
    public async Task A_valid_token_without_a_role_is_forbidden()
    {
        var app = Contoso.App("Contoso Roleless Automation");
        AuthenticationResult token = await Server.Confidential(app).WithClientSecret(app.Secret).Build().AcquireTokenForClient([Default]).ExecuteAsync();

        EntraServer.Claims(token.AccessToken).GetProperty("roles")[0].GetString().Should().Be("Exchange.ManageAsAppV2");
        (await Server.Send("POST", Endpoint, token.AccessToken, Organization)).Status.Should().Be(403);
    }

    [Test]
    public async Task Microsofts_library_signs_a_user_in_and_the_role_decides()
    {
        IPublicClientApplication app = Server.Public(Contoso.Desk);
        AuthenticationResult admin = await app.AcquireTokenInteractive(["https://outlook.office365.com/Exchange.ManageV2"])
            .WithCustomWebUi(new ScriptedBrowser(Server.Tls, [("persona", Contoso.Persona("exchange-admin").Upn)])).ExecuteAsync();
        AuthenticationResult nobody = await app.AcquireTokenInteractive(["https://outlook.office365.com/Exchange.ManageV2"])
            .WithCustomWebUi(new ScriptedBrowser(Server.Tls, [("persona", Contoso.Persona("no-roles").Upn)])).WithPrompt(Prompt.SelectAccount).ExecuteAsync();

        (await Server.Send("POST", Endpoint, admin.AccessToken, Organization)).Status.Should().Be(200);
        (await Server.Send("POST", Endpoint, nobody.AccessToken, Organization)).Status.Should().Be(403);
    }
}
