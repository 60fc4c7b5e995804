using Harness.Tests.Support;

namespace Harness.Tests.Identity;

/// <summary>What a client may ask of the pages: prompts, and how it is answered when the person or the tenant says no.</summary>
internal sealed class PromptTests : EntraTests
{
    [Test]
    public async Task Prompt_consent_asks_for_what_was_granted_long_ago()
    {
        string path = EntraServer.AuthorizePath(Contoso.Desk, "User.Read", "", ("prompt", "consent"));

        PortalAnswer page = await Entra.SignIn(path, Contoso.Reader);
        PortalAnswer redirect = await Entra.Submit(page, ("decision", "accept"));

        page.Text.Should().Contain("User.Read").And.Contain("Accept");
        EntraServer.Parameter(redirect, "code").Should().NotBeEmpty();
    }

    [Test]
    public async Task Prompt_login_asks_a_signed_in_person_again()
    {
        PortalAnswer first = await Entra.SignIn(EntraServer.AuthorizePath(Contoso.Desk, "openid"), Contoso.Reader);
        string cookie = first.Headers["Set-Cookie"].Split(", ").Single(c => c.StartsWith("ESTSAUTHPERSISTENT=", StringComparison.Ordinal)).Split(';')[0];

        PortalAnswer page = await Entra.Get(EntraServer.AuthorizePath(Contoso.Desk, "openid", "", ("prompt", "login")), r => r.Headers.Add("Cookie", cookie));

        page.Text.Should().Contain("ConvergedSignIn");
    }

    [TestCase("query", "/?error=login_required")]
    [TestCase("fragment", "/#error=login_required")]
    public async Task A_refusal_goes_where_the_code_would_have_gone(string mode, string expected)
    {
        PortalAnswer redirect = await Entra.Get(EntraServer.AuthorizePath(Contoso.Desk, "openid", "", ("prompt", "none"), ("response_mode", mode)));

        redirect.Headers["Location"].Should().StartWith(EntraServer.Redirect + expected);
        EntraServer.Parameter(redirect, "state").Should().Be("st-1");
    }

    [Test]
    public async Task A_refusal_is_posted_to_a_client_that_wants_a_form()
    {
        PortalAnswer page = await Entra.Get(EntraServer.AuthorizePath(Contoso.Desk, "openid", "", ("prompt", "none"), ("response_mode", "form_post")));

        page.Status.Should().Be(200);
        page.Text.Should().Contain($"action=\"{EntraServer.Redirect}\"").And.Contain("name=\"error\" value=\"login_required\"").And.Contain("name=\"state\" value=\"st-1\"");
    }

    [TestCase("http://localhost", true)]
    [TestCase("http://localhost:1/", true)]
    [TestCase("http://localhost:49152", true)]
    [TestCase("http://localhost:49152/callback", false)]
    [TestCase("https://localhost:49152", false)]
    [TestCase("http://127.0.0.1:49152", false)]
    [TestCase("http://localhost.example:49152", false)]
    [TestCase("http://localhost@nobody.example", false)]
    [TestCase("http://nobody@localhost:49152", false)]
    [TestCase("http://localhost:49152?next=elsewhere", false)]
    public async Task A_loopback_address_is_registered_with_any_port_and_with_nothing_else_changed(string redirect, bool taken)
    {
        PortalAnswer answer = await Entra.Get(EntraServer.AuthorizePath(Contoso.Desk, "openid", "", ("redirect_uri", redirect)));

        answer.Text.Should().Contain(taken ? "ConvergedSignIn" : "AADSTS50011");
    }

    [TestCase("oauth2/logout")]
    [TestCase("oauth2/v2.0/logout")]
    public async Task Signing_out_ends_the_session_on_both_endpoints(string endpoint)
    {
        PortalAnswer page = await Entra.Get($"{Contoso.Id}/{endpoint}");
        PortalAnswer back = await Entra.Get($"{Contoso.Id}/{endpoint}?post_logout_redirect_uri={Uri.EscapeDataString("http://localhost:9000")}");

        page.Text.Should().Contain("You signed out");
        page.Headers["Set-Cookie"].Should().Contain("ESTSAUTHPERSISTENT=;");
        back.Headers["Location"].Should().StartWith("http://localhost:9000");
    }

    [Test]
    public async Task The_v1_endpoint_signs_in_for_a_resource()
    {
        string path = $"{Contoso.Id}/oauth2/authorize?response_type=code&resource={Uri.EscapeDataString(EntraServer.Manage)}&client_id={Contoso.Daemon.Key()}&redirect_uri={Uri.EscapeDataString("http://localhost")}&state=v1";
        string code = EntraServer.Parameter(await Entra.SignIn(path, Contoso.Admin), "code");

        PortalAnswer tokens = await Entra.Post(
            $"{Contoso.Id}/oauth2/token",
            ("grant_type", "authorization_code"), ("client_id", Contoso.Daemon.Key()), ("client_secret", Contoso.Daemon.Secret!), ("code", code), ("redirect_uri", "http://localhost"), ("resource", EntraServer.Manage));

        EntraServer.Text(tokens, "resource").Should().Be(EntraServer.Manage);
        PortalAnswer called = await Entra.Server.Call(
            "GET", $"manage.office.com/api/v1.0/{Contoso.Id}/activity/feed/subscriptions/list", null, r => r.Headers.TryAddWithoutValidation("Authorization", $"Bearer {EntraServer.Text(tokens, "access_token")}"));
        called.Status.Should().Be(200);
    }
}
