using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Harness.Contracts.Tenants;
using Harness.Tests.Identity;
using Harness.Tests.Mock.Quirks;
using Harness.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Identity.Client;

namespace Harness.Tests.Guides;

/// <summary>The steps of the guide to the Office 365 Management APIs, with its parameters.</summary>
internal sealed class OfficeManagementGuideTests : GuideTests
{
    private const string Resource = "https://manage.office.com";
    private const string Redirect = "https://localhost:5001/signin-oidc";

    [TestCase(Redirect)]
    [TestCase(Redirect + "/myapp/")]
    public async Task An_administrator_consents_by_the_link_and_the_application_goes_on_alone(string redirect)
    {
        AppRegistration app = Contoso.Unapproved;
        string unapproved = await AppOnly(app);
        (await Server.Send("GET", Feed("subscriptions/list"), unapproved)).Status.Should().Be(403);

        string code = await Consent(app, redirect);
        PortalAnswer answer = await Server.Form(
            "https://login.windows.net/common/oauth2/token",
            ("resource", Resource), ("client_id", app.Key()), ("redirect_uri", redirect), ("client_secret", app.Secret!), ("grant_type", "authorization_code"), ("code", code));

        answer.Status.Should().Be(200, answer.Text);
        answer.Json.Text("token_type").Should().Be("Bearer");
        answer.Json.Text("resource").Should().Be(Resource);
        answer.Json.Text("scope").Split(' ').Should().Contain("ActivityFeed.Read").And.Contain("ServiceHealth.Read");
        int.Parse(answer.Json.Text("expires_in")).Should().BeGreaterThan(3000);
        answer.Json.Text("refresh_token").Should().NotBeEmpty();
        JsonElement claims = EntraServer.Claims(answer.Json.Text("access_token"));
        claims.GetProperty("aud").GetString().Should().Be(Resource);
        claims.GetProperty("iss").GetString().Should().Be($"https://sts.windows.net/{Contoso.Id}/");
        claims.GetProperty("ver").GetString().Should().Be("1.0");
        claims.GetProperty("upn").GetString().Should().Be(Contoso.Admin.Upn);
        (await Works(answer.Json.Text("access_token"))).Should().BeTrue("the administrator's own token is good");
        string tenant = claims.GetProperty("tid").GetString()!;
        PortalAnswer alone = await Server.Form(
            $"https://login.windows.net/{tenant}/oauth2/token", ("resource", Resource), ("client_id", app.Key()), ("grant_type", "client_credentials"), ("client_secret", app.Secret!));
        JsonElement own = EntraServer.Claims(alone.Json.Text("access_token"));
        own.GetProperty("roles").EnumerateArray().Select(r => r.GetString()).Should().Contain("ActivityFeed.Read").And.Contain("ServiceHealth.Read");
        own.TryGetProperty("upn", out _).Should().BeFalse();
        (await Works(alone.Json.Text("access_token"))).Should().BeTrue("the application goes on without the administrator");
    }

    [Test]
    public async Task A_daemon_signs_in_with_its_certificate_and_collects_content()
    {
        using var pem = X509Certificate2.CreateFromPem(Contoso.CertificateApp.Certificate!, Contoso.CertificateApp.Certificate!);
        AuthenticationResult token = await Server.Confidential(Contoso.CertificateApp).WithCertificate(pem).Build().AcquireTokenForClient([$"{Resource}/.default"]).ExecuteAsync();

        PortalAnswer started = await Server.Send("POST", Feed($"subscriptions/start?contentType=Audit.SharePoint&PublisherIdentifier={Contoso.Id}"), token.AccessToken, "{}");
        PortalAnswer content = await Server.Send("GET", Feed("subscriptions/content?contentType=Audit.SharePoint"), token.AccessToken);
        PortalAnswer blob = await Server.Send("GET", content.Json.Text("0/contentUri"), token.AccessToken);

        started.Json.Text("status").Should().Be("enabled");
        content.Json.Text("0/contentUri").Should().StartWith($"https://manage.office.com/api/v1.0/{Contoso.Id}/activity/feed/audit/");
        blob.Json!.AsArray().Should().NotBeEmpty();
        blob.Json.Text("0/OrganizationId").Should().Be(Contoso.Id);
    }

    [Test]
    public async Task Somebody_who_is_no_administrator_cannot_consent()
    {
        string url = Link(Contoso.Unapproved, Redirect);

        PortalAnswer page = await Server.Send("GET", url, null);
        page.Text.Should().Contain("Ada Brooks");
        Uri back = await Server.Tls.Browse(new Uri(url), [("persona", Contoso.Reader.Upn)], [("decision", "accept")]);

        back.Query.Should().Contain("error=").And.Contain("AADSTS").And.NotContain("?code=");
    }

    private static string Feed(string path) => $"{Resource}/api/v1.0/{Contoso.Id}/activity/feed/{path}";

    private static string Link(AppRegistration app, string redirect) =>
        $"https://login.windows.net/common/oauth2/authorize?response_type=code&resource={Uri.EscapeDataString(Resource)}&client_id={app.Key()}&redirect_uri={Uri.EscapeDataString(redirect)}";

    private async Task<string> Consent(AppRegistration app, string redirect)
    {
        Uri back = await Server.Tls.Browse(new Uri(Link(app, redirect)), [("persona", Contoso.Admin.Upn)], [("decision", "accept")]);
        back.ToString().Should().StartWith(redirect);
        return QueryHelpers.ParseQuery(back.Query)["code"]!;
    }

    private async Task<string> AppOnly(AppRegistration app) =>
        (await Server.Confidential(app).WithClientSecret(app.Secret).Build().AcquireTokenForClient([$"{Resource}/.default"]).ExecuteAsync()).AccessToken;

    private async Task<bool> Works(string token) =>
        (await Server.Send("GET", Feed("subscriptions/list"), token)).Status == 200
        && (await Server.Send("GET", $"{Resource}/api/v1.0/{Contoso.Id}/ServiceComms/CurrentStatus", token)).Status == 200;
}
