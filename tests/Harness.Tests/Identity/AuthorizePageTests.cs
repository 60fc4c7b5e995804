using System.Net;
using System.Text.Json;
using Harness.Tests.Support;

namespace Harness.Tests.Identity;

internal sealed class AuthorizePageTests : EntraTests
{
    private const string Feed = $"{EntraServer.Manage}/ActivityFeed.Read";

    [Test]
    public async Task The_sign_in_page_offers_the_personas_and_works_without_script()
    {
        PortalAnswer page = await Entra.Get(EntraServer.AuthorizePath(Contoso.Desk, "openid", "", ("login_hint", "sam@contoso.onmicrosoft.com")));

        page.ContentType.Should().Be("text/html");
        page.Text.Should().Contain("Ada Brooks").And.Contain("Sam Rivera").And.Contain("name=\"passwd\"").And.Contain("\"pgid\":\"ConvergedSignIn\"");
        page.Text.Should().Contain("value=\"sam@contoso.onmicrosoft.com\" autocomplete");
        page.Headers["X-Frame-Options"].Should().Be("DENY");
    }

    [Test]
    public async Task A_name_and_a_password_sign_in_as_well()
    {
        PortalAnswer page = await Entra.Get(EntraServer.AuthorizePath(Contoso.Desk, "openid"));

        PortalAnswer redirect = await Entra.Submit(page, ("login", Contoso.Admin.Upn), ("passwd", Contoso.Admin.Password));

        redirect.Headers["Location"].Should().StartWith($"{EntraServer.Redirect}/?code=");
        EntraServer.Parameter(redirect, "state").Should().Be("st-1");
        EntraServer.Parameter(redirect, "session_state").Should().NotBeEmpty();
    }

    [Test]
    public async Task Nothing_of_a_request_gets_into_a_page_unencoded()
    {
        PortalAnswer page = await Entra.Get(EntraServer.AuthorizePath(Contoso.Desk, "openid", "", ("login_hint", "\"><script>alert(1)</script>")));
        PortalAnswer error = await Entra.Get(EntraServer.AuthorizePath(Contoso.Desk, "openid", "", ("redirect_uri", "https://x.example/</script><script>alert(1)</script>")));

        page.Text.Should().NotContain("<script>alert");
        error.Text.Should().NotContain("<script>alert").And.Contain("AADSTS50011").And.Contain("Sorry, but we're having trouble signing you in.");
        error.Text.Should().Contain("\"iErrorCode\":\"50011\"").And.Contain($"Request Id:</dt><dd>{error.Headers["x-ms-request-id"]}");
    }

    [TestCase("fragment", "/#")]
    [TestCase("query", "/?")]
    public async Task A_code_comes_back_where_the_client_wants_it(string mode, string separator)
    {
        PortalAnswer redirect = await Entra.SignIn(EntraServer.AuthorizePath(Contoso.Desk, "openid", "", ("response_mode", mode)), Contoso.Admin);

        redirect.Headers["Location"].Should().StartWith(EntraServer.Redirect + separator);
    }

    [Test]
    public async Task A_form_carries_code_and_id_token_of_a_hybrid_sign_in()
    {
        PortalAnswer page = await Entra.SignIn(
            EntraServer.AuthorizePath(Contoso.WebSite, "openid profile", "", ("response_type", "code id_token"), ("response_mode", "form_post"), ("nonce", "n-1")), Contoso.Admin);

        page.Status.Should().Be(200);
        page.Text.Should().Contain($"action=\"{EntraServer.Redirect}\"").And.Contain("name=\"code\"").And.Contain("name=\"state\" value=\"st-1\"");
        string token = page.Text[(page.Text.IndexOf("name=\"id_token\" value=\"", StringComparison.Ordinal) + 23)..];
        JsonElement claims = EntraServer.Claims(token[..token.IndexOf('"', StringComparison.Ordinal)]);
        claims.GetProperty("nonce").GetString().Should().Be("n-1");
        claims.TryGetProperty("c_hash", out _).Should().BeTrue();
    }

    [Test]
    public async Task An_implicit_sign_in_gives_an_access_token_in_the_fragment()
    {
        PortalAnswer redirect = await Entra.SignIn(
            EntraServer.AuthorizePath(Contoso.WebSite, "openid User.Read", "", ("response_type", "id_token token"), ("nonce", "n-1")), Contoso.Admin);

        redirect.Headers["Location"].Should().StartWith(EntraServer.Redirect + "/#");
        EntraServer.Parameter(redirect, "token_type").Should().Be("Bearer");
        EntraServer.Claims(EntraServer.Parameter(redirect, "access_token")).GetProperty("scp").GetString().Should().Contain("User.Read");
    }

    [Test]
    public async Task A_signed_in_browser_is_not_asked_again_until_it_signs_out()
    {
        string path = EntraServer.AuthorizePath(Contoso.Desk, "openid");
        string silent = EntraServer.AuthorizePath(Contoso.Desk, "openid", "", ("prompt", "none"));
        string session = Session(await Entra.SignIn(path, Contoso.Reader));

        PortalAnswer again = await Entra.Get(silent, WithSession);
        PortalAnswer asked = await Entra.Get(EntraServer.AuthorizePath(Contoso.Desk, "openid", "", ("prompt", "select_account")), WithSession);
        PortalAnswer elsewhere = await Entra.Get(EntraServer.AuthorizePath(Contoso.AzureCli, "openid", Contoso.Fabrikam.Id.ToString()), WithSession);
        PortalAnswer gone = await Entra.Get($"{Contoso.Id}/oauth2/v2.0/logout?post_logout_redirect_uri={Uri.EscapeDataString("http://localhost:9000")}&state=bye", WithSession);
        await Entra.Server.Control(HttpMethod.Post, "reset");
        PortalAnswer after = await Entra.Get(silent, WithSession);

        EntraServer.Parameter(again, "code").Should().NotBeEmpty();
        asked.Text.Should().Contain("Or pick somebody");
        elsewhere.Text.Should().Contain("Fabrikam");
        gone.Headers["Location"].Should().Be("http://localhost:9000/?state=bye");
        gone.Headers["Set-Cookie"].Should().Contain("ESTSAUTHPERSISTENT=;");
        EntraServer.Parameter(after, "error").Should().Be("login_required");

        void WithSession(HttpRequestMessage request) => request.Headers.Add("Cookie", session);
    }

    [Test]
    public async Task A_redirect_after_sign_out_leads_to_registered_addresses_only() =>
        (await Entra.Get($"{Contoso.Id}/oauth2/v2.0/logout?post_logout_redirect_uri={Uri.EscapeDataString("https://evil.example/")}")).Status.Should().Be(200);

    [Test]
    public async Task Silence_is_answered_with_what_stands_in_the_way()
    {
        string session = Session(await Entra.SignIn(EntraServer.AuthorizePath(Contoso.Desk, "openid"), Contoso.Reader));

        PortalAnswer consent = await Entra.Get(EntraServer.AuthorizePath(Contoso.Unapproved, Feed, "", ("prompt", "none")), r => r.Headers.Add("Cookie", session));
        PortalAnswer mfa = await Entra.Get(
            EntraServer.AuthorizePath(Contoso.Desk, Feed, "", ("prompt", "none"), ("claims", """{"access_token":{"acrs":{"essential":true,"value":"c1"}}}""")), r => r.Headers.Add("Cookie", session));

        EntraServer.Parameter(consent, "error").Should().Be("consent_required");
        EntraServer.Parameter(mfa, "error").Should().Be("interaction_required");
        EntraServer.Parameter(mfa, "claims").Should().Contain("capolids");
    }

    [Test]
    public async Task Consent_once_given_lasts_until_a_reset()
    {
        string path = EntraServer.AuthorizePath(Contoso.Unapproved, "User.Read");
        PortalAnswer page = await Entra.SignIn(path, Contoso.Reader);
        page.Text.Should().Contain("Permissions requested").And.Contain("User.Read");

        PortalAnswer redirect = await Entra.Submit(page, ("decision", "accept"));
        PortalAnswer second = await Entra.SignIn(path, Contoso.Reader);
        PortalAnswer other = await Entra.SignIn(path, Contoso.Admin);
        await Entra.Server.Control(HttpMethod.Post, "reset");
        PortalAnswer third = await Entra.SignIn(path, Contoso.Reader);

        EntraServer.Parameter(redirect, "code").Should().NotBeEmpty();
        second.Status.Should().Be(302);
        other.Status.Should().Be(200, "it was one user's consent");
        third.Status.Should().Be(200);
    }

    [Test]
    public async Task What_only_an_administrator_can_grant_shows_no_accept_button()
    {
        PortalAnswer page = await Entra.SignIn(EntraServer.AuthorizePath(Contoso.Unapproved, Feed), Contoso.Reader);

        page.Text.Should().Contain("Need admin approval").And.NotContain("Accept</button>");
    }

    [TestCase("organizations/v2.0/adminconsent", "https%3A%2F%2Fmanage.office.com%2F.default", "http://localhost/?admin_consent=True&tenant={tid}&scope=https%3A%2F%2Fmanage.office.com%2F.default&state=12")]
    [TestCase("common/adminconsent", null, "http://localhost/?tenant={tid}&state=12&admin_consent=True")]
    public async Task An_administrators_consent_gives_an_app_its_roles(string endpoint, string? scope, string expected)
    {
        string path = $"{endpoint}?client_id={Contoso.Unapproved.Key()}&redirect_uri={Uri.EscapeDataString("http://localhost")}&state=12{(scope is null ? "" : "&scope=" + scope)}";

        PortalAnswer redirect = await Entra.Submit(await Entra.SignIn(path, Contoso.Admin), ("decision", "accept"));

        redirect.Headers["Location"].Should().Be(expected.Replace("{tid}", Contoso.Id, StringComparison.Ordinal));
        PortalAnswer token = await Entra.AppToken(Contoso.Unapproved, $"{EntraServer.Manage}/.default");
        EntraServer.Claims(EntraServer.Text(token, "access_token")).GetProperty("roles").EnumerateArray().Select(r => r.GetString()).Should().Contain("ActivityFeed.Read");
    }

    [Test]
    public async Task A_consent_that_an_administrator_refuses_says_so_as_documented()
    {
        string path = $"{Contoso.Id}/adminconsent?client_id={Contoso.Unapproved.Key()}&redirect_uri={Uri.EscapeDataString("http://localhost/extra/segments")}";

        PortalAnswer redirect = await Entra.Submit(await Entra.SignIn(path, Contoso.Admin), ("decision", "cancel"));

        EntraServer.Parameter(redirect, "error").Should().Be("permission_denied");
        EntraServer.Parameter(redirect, "error_description").Should().Be("The admin canceled the request");
    }

    [Test]
    public async Task The_guides_consent_link_with_prompt_admin_consent_works()
    {
        string path = $"common/oauth2/authorize?response_type=code&resource={Uri.EscapeDataString(EntraServer.Manage)}&client_id={Contoso.Unapproved.Key()}&redirect_uri={Uri.EscapeDataString("http://localhost")}&prompt=admin_consent";

        PortalAnswer page = await Entra.SignIn(path, Contoso.Admin);
        PortalAnswer redirect = await Entra.Submit(page, ("decision", "accept"));

        page.Text.Should().Contain("Permissions requested");
        EntraServer.Parameter(redirect, "code").Should().NotBeEmpty();
        PortalAnswer token = await Entra.AppToken(Contoso.Unapproved, $"{EntraServer.Manage}/.default");
        EntraServer.Claims(EntraServer.Text(token, "access_token")).TryGetProperty("roles", out _).Should().BeTrue();
    }

    [Test]
    public async Task More_proof_is_asked_for_on_a_page_and_remembered_in_the_tokens()
    {
        PortalAnswer page = await Entra.SignIn(
            EntraServer.AuthorizePath(Contoso.Desk, Feed, "", ("claims", """{"access_token":{"acrs":{"essential":true,"value":"c1"}}}""")), Contoso.Persona("mfa-required"));
        page.Text.Should().Contain("Approve sign in request");

        string code = EntraServer.Parameter(await Entra.Submit(page, ("mfa", "1")), "code");
        JsonElement claims = EntraServer.Claims(EntraServer.Text(await Entra.Redeem(code), "access_token"));

        claims.GetProperty("amr").EnumerateArray().Select(m => m.GetString()).Should().Equal("pwd", "mfa");
        claims.GetProperty("acrs")[0].GetString().Should().Be("c1");
    }

    [Test]
    public async Task A_page_left_open_too_long_begins_again()
    {
        PortalAnswer page = await Entra.Get(EntraServer.AuthorizePath(Contoso.Desk, "openid"));
        await Entra.Advance("PT61M");

        (await Entra.Submit(page, ("persona", Contoso.Admin.Upn))).Text.Should().Contain("AADSTS9002313");
    }

    private static string Session(PortalAnswer answer)
    {
        answer.Headers.Should().ContainKey("Set-Cookie");
        string cookies = answer.Headers["Set-Cookie"];
        int start = cookies.IndexOf("ESTSAUTHPERSISTENT=", StringComparison.Ordinal);
        start.Should().BeGreaterThanOrEqualTo(0, WebUtility.HtmlEncode(cookies));
        return cookies[start..cookies.IndexOf(';', start)];
    }
}
