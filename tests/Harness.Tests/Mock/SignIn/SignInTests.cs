using Harness.Tests.Support;

namespace Harness.Tests.Mock.SignIn;

internal sealed class SignInTests
{
    private const string Login = "login.microsoftonline.com";

    private static readonly string[][] Portals =
    [
        ["security.microsoft.com", "sccauth"],
        ["mto.security.microsoft.com", "sccauthC2"],
        ["purview.microsoft.com", "sccauthC1"],
        ["admin.cloud.microsoft", "AjaxSessionKey"],
        ["admin.cloud.microsoft", "x-portal-routekey"],
        ["admin.exchange.microsoft.com", ".AspNetCore.CookiesC2"],
        ["contoso-admin.sharepoint.com", "rtFa"],
        ["intune.microsoft.com", "PortalSession"],
    ];

    private RunningServer _server = null!;

    private string Own => $"http://127.0.0.1:{_server.Server.Http.Port}";

    [OneTimeSetUp]
    public async Task Start() => _server = await RunningServer.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [SetUp]
    public async Task Reset() => await _server.Control(HttpMethod.Post, "reset");

    [TestCaseSource(nameof(Portals))]
    public async Task A_portal_leads_to_the_sign_in_page_and_back_with_its_cookies(string host, string cookie)
    {
        using var browser = new PortalBrowser(_server);
        string page = $"{Own}/{host}/some/page?x=1";

        PortalAnswer back = await browser.SignIn(page, "security-reader");

        back.Status.Should().Be(200);
        back.Text.Should().Contain("Sam Rivera");
        browser.Cookie(page, cookie).Should().NotBeNullOrEmpty();
        browser.Cookie($"{Own}/{Login}/", cookie).Should().BeNull("portals on one address must not see each other's cookies");
    }

    [TestCase("http://127.0.0.1:{port}/security.microsoft.com/", "/login.microsoftonline.com/")]
    [TestCase("http://security.microsoft.com/", "http://login.microsoftonline.com/")]
    [TestCase("http://security.microsoft.com:8080/", "http://login.microsoftonline.com:8080/")]
    [TestCase("http://security.microsoft.com.localhost:{port}/", "http://login.microsoftonline.com.localhost:{port}/")]
    public async Task A_redirect_stays_in_the_form_in_which_the_portal_was_called(string url, string expected)
    {
        using var browser = new PortalBrowser(_server, followsRedirects: false);

        PortalAnswer answer = await browser.Open(WithPort(url));

        answer.Status.Should().Be(302);
        answer.Decision.Should().Be("access/cookie-missing");
        answer.Headers["Location"].Should().StartWith(WithPort(expected) + "harness/sign-in?state=");
    }

    [Test]
    public async Task A_page_request_into_the_api_comes_back_to_the_very_call()
    {
        using var browser = new PortalBrowser(_server);

        PortalAnswer back = await browser.SignIn("http://security.microsoft.com/apiproxy/mtp/sccManagement/mgmt/TenantContext?realTime=true");

        back.Status.Should().Be(200);
        back.ContentType.Should().Be("application/json");
    }

    [Test]
    public async Task Cookies_of_the_path_form_keep_to_their_path_and_only_scripts_own_are_open_to_scripts()
    {
        using var browser = new PortalBrowser(_server);
        (Uri signIn, string state) = await browser.LeadToSignIn($"{Own}/security.microsoft.com/");
        using var quiet = new PortalBrowser(_server, followsRedirects: false);
        PortalAnswer picked = await quiet.Pick(signIn, state, "global-admin");

        using var request = new HttpRequestMessage(HttpMethod.Get, picked.Headers["Location"]);
        using HttpResponseMessage back = await _server.Client.SendAsync(request);

        string[] cookies = [.. back.Headers.GetValues("Set-Cookie")];
        cookies.Should().OnlyContain(c => c.Contains("; Path=/security.microsoft.com;", StringComparison.Ordinal));
        cookies.Should().NotContain(c => c.Contains("Domain", StringComparison.OrdinalIgnoreCase) || c.Contains("Secure", StringComparison.OrdinalIgnoreCase));
        cookies.Should().Contain(c => c.StartsWith("sccauth=chunks:2;", StringComparison.Ordinal) && c.EndsWith("HttpOnly", StringComparison.Ordinal));
        cookies.Should().Contain(c => c.StartsWith("XSRF-TOKEN=", StringComparison.Ordinal) && !c.Contains("HttpOnly", StringComparison.Ordinal) && c.Contains('%'));
    }

    [Test]
    public async Task A_page_and_a_script_meet_the_end_of_a_session_differently()
    {
        using var person = new PortalBrowser(_server);
        const string Page = "http://security.microsoft.com/homepage";
        await person.SignIn(Page);
        await _server.Control(HttpMethod.Post, "clock", new { advance = "PT61M" });

        (await person.Open(Page)).Text.Should().Contain("asks who you are");
        PortalAnswer script = await person.Send(HttpMethod.Get, "http://security.microsoft.com/apiproxy/mtp/sccManagement/mgmt/TenantContext");

        script.Status.Should().Be(440);
        script.Decision.Should().Be("access/cookie-expired");
        (await person.SignIn(Page)).Text.Should().Contain("Ada Brooks", "a new session heals it");
    }

    [Test]
    public async Task Signing_out_takes_every_cookie_away()
    {
        using var browser = new PortalBrowser(_server);
        const string Portal = "http://admin.exchange.microsoft.com/";
        await browser.SignIn(Portal);

        PortalAnswer gone = await browser.Open($"{Portal}logout");

        gone.Text.Should().Contain("signed out");
        browser.Cookies.GetCookies(new Uri(Portal)).Should().BeEmpty();
        (await browser.Open(Portal)).Text.Should().Contain("asks who you are");
    }

    [Test]
    public async Task Nobody_without_a_user_name_is_offered()
    {
        using var browser = new PortalBrowser(_server);

        PortalAnswer page = await browser.Open("http://security.microsoft.com/");

        page.Text.Should().Contain("value=\"guest\"").And.NotContain("service-principal").And.NotContain("<script");
    }

    [Test]
    public async Task A_sign_in_that_takes_longer_than_ten_minutes_is_begun_again()
    {
        using var browser = new PortalBrowser(_server);
        (Uri signIn, string state) = await browser.LeadToSignIn("http://security.microsoft.com/");
        await _server.Control(HttpMethod.Post, "clock", new { advance = "PT11M" });

        PortalAnswer late = await browser.Pick(signIn, state, "global-admin");

        late.Status.Should().Be(400);
        late.Text.Should().Contain("Open the portal again");
    }

    [Test]
    public async Task What_comes_back_is_taken_only_by_the_portal_that_asked_and_only_unchanged()
    {
        using var browser = new PortalBrowser(_server, followsRedirects: false);
        using var lead = new PortalBrowser(_server);
        (Uri signIn, string state) = await lead.LeadToSignIn("http://security.microsoft.com/");
        (_, string other) = await lead.LeadToSignIn("http://security.microsoft.com/");
        string location = (await browser.Pick(signIn, state, "global-admin")).Headers["Location"];

        string[] misused =
        [
            location.Replace("security.microsoft.com", "purview.microsoft.com", StringComparison.Ordinal),
            location.Replace("code=", "code=x", StringComparison.Ordinal),
            location.Replace(state, other, StringComparison.Ordinal),
            $"http://security.microsoft.com/harness/signed-in?code={state}&state={state}",
            "http://security.microsoft.com/harness/signed-in",
        ];
        foreach (string url in misused)
        {
            PortalAnswer answer = await browser.Open(url);
            answer.Status.Should().Be(400, url);
            answer.Headers.Should().NotContainKey("Set-Cookie");
        }

        (await browser.Open(location)).Status.Should().Be(302);
    }

    [Test]
    public async Task A_persona_that_is_not_there_cannot_be_picked()
    {
        using var browser = new PortalBrowser(_server);
        (Uri signIn, string state) = await browser.LeadToSignIn("http://security.microsoft.com/");

        (await browser.Pick(signIn, state, "service-principal")).Status.Should().Be(400);
        (await browser.Pick(signIn, "made-up", "global-admin")).Status.Should().Be(400);
    }

    [TestCase("login.microsoftonline.com")]
    [TestCase("login.windows.net")]
    [TestCase("login.microsoft.com")]
    [TestCase("sts.windows.net")]
    public async Task The_sign_in_hosts_are_this_servers(string host)
    {
        using var browser = new PortalBrowser(_server);

        PortalAnswer answer = await browser.Open($"{Own}/{host}/nothing/here");

        answer.Status.Should().Be(404);
        ((string)answer.Json!["detail"]!).Should().Contain(host);
    }

    [Test]
    public async Task An_unknown_path_of_the_api_is_no_page()
    {
        using var browser = new PortalBrowser(_server);

        PortalAnswer answer = await browser.Open("http://security.microsoft.com/apiproxy/no/such/thing");

        answer.Status.Should().Be(404);
        answer.Decision.Should().Be("match/no-such-operation");
    }

    private string WithPort(string url) => url.Replace("{port}", _server.Server.Http.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
