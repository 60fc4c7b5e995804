using System.Collections.Specialized;
using System.Text.Json.Nodes;
using Harness.EndToEnd.Tests.Browser;
using Microsoft.Identity.Client;
using Microsoft.Playwright;

namespace Harness.EndToEnd.Tests.SignIn;

/// <summary>The real MSAL, with the person's part done in a real Chromium.</summary>
internal sealed class ChromiumSignInTests
{
    private const string Host = "https://login.microsoftonline.com";

    private static readonly string[] Feed = ["https://manage.office.com/ActivityFeed.Read"];

    private TokenServiceServer _server = null!;
    private Chromium _chromium = null!;

    private string FeedCall => $"https://manage.office.com/api/v1.0/{_server.TenantId}/activity/feed/subscriptions/list";

    private string StartOfDesk => $"{Host}/{_server.TenantId}/oauth2/v2.0/authorize?client_id={_server.App("Contoso Desk Client")["clientId"]}&response_type=code&scope=openid"
        + $"&redirect_uri={Uri.EscapeDataString($"{Host}/common/oauth2/nativeclient")}";

    [OneTimeSetUp]
    public async Task Start()
    {
        _server = await TokenServiceServer.Start();
        _chromium = await Chromium.Launch(_server.Names);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    [Test]
    public async Task A_person_signs_in_with_PKCE_and_MSAL_hears_of_it_at_its_own_loopback_address()
    {
        IPage page = await NewPage();
        IPublicClientApplication app = Desk();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);

        AuthenticationResult result = await Interactive(app, page, () => TypePassword(page, "global-admin"));
        await _server.Advance("PT2H");
        string expired = await _server.Call(FeedCall, result.AccessToken);
        AuthenticationResult renewed = await app.AcquireTokenSilent(Feed, result.Account).WithForceRefresh(true).ExecuteAsync();

        result.Account.Username.Should().Be(_server.Persona("global-admin").Upn);
        asked.Should().Contain(url => url.StartsWith("http://localhost:", StringComparison.Ordinal));
        expired.Should().Be("access/token-expired");
        (await _server.Call(FeedCall, renewed.AccessToken)).Should().EndWith("/served");
        (await _server.Call("https://api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform/environments", renewed.AccessToken)).Should().Be("access/token-wrong-audience");
    }

    [Test]
    public async Task A_claims_challenge_is_met_by_approving_in_the_browser()
    {
        IPage page = await NewPage();
        IPublicClientApplication app = Desk();
        (string upn, string password) = _server.Persona("mfa-required");
        MsalUiRequiredException? challenge = null;
        try
        {
            // Deprecated, and what unattended scripts use all the same.
#pragma warning disable CS0618
            await app.AcquireTokenByUsernamePassword(Feed, upn, password).ExecuteAsync();
#pragma warning restore CS0618
        }
        catch (MsalUiRequiredException wanted)
        {
            challenge = wanted;
        }

        challenge!.Claims.Should().NotBeNullOrEmpty();
        AuthenticationResult result = await Interactive(
            app,
            page,
            async () =>
            {
                await TypePassword(page, "mfa-required");
                await page.ClickAsync("button[name=mfa]");
            },
            challenge.Claims);

        (await _server.Call(FeedCall, result.AccessToken)).Should().EndWith("/served");
    }

    [Test]
    public async Task A_web_application_gets_its_code_after_a_person_has_consented()
    {
        IPage page = await NewPage();
        JsonNode tool = _server.App("Contoso Unapproved Tool");
        using var web = new LoopbackApp();
        IConfidentialClientApplication app = ConfidentialClientApplicationBuilder.Create((string)tool["clientId"]!).WithAuthority($"{Host}/{_server.TenantId}")
            .WithClientSecret((string)tool["secret"]!).WithRedirectUri(web.RedirectUri).WithHttpClientFactory(_server).Build();
        Uri start = await app.GetAuthorizationRequestUrl(Feed).WithPkce(out string verifier).ExecuteAsync();
        Task<(string Method, NameValueCollection Parameters)> back = web.Wait();

        await page.GotoAsync(start.ToString());
        await TypePassword(page, "global-admin");
        (await page.TextContentAsync("h1")).Should().Be("Permissions requested");
        await page.ClickAsync("#idSIButton9");
        AuthenticationResult result = await app.AcquireTokenByAuthorizationCode(Feed, (await back).Parameters["code"]).WithPkceCodeVerifier(verifier).ExecuteAsync();

        (await _server.Call(FeedCall, result.AccessToken)).Should().EndWith("/served");
    }

    [Test]
    public async Task A_form_is_posted_to_the_application_without_a_click()
    {
        IPage page = await NewPage();
        using var web = new LoopbackApp();
        Task<(string Method, NameValueCollection Parameters)> back = web.Wait();

        await page.GotoAsync($"{Host}/{_server.TenantId}/oauth2/v2.0/authorize?client_id={_server.App("Contoso Web Site")["clientId"]}&response_type=code%20id_token&response_mode=form_post"
            + $"&scope=openid%20profile&nonce=n1&state=s1&redirect_uri={Uri.EscapeDataString(web.RedirectUri)}");
        await page.ClickAsync($"button[value='{_server.Persona("security-reader").Upn}']");
        (string method, NameValueCollection parameters) = await back;

        method.Should().Be("POST");
        parameters["state"].Should().Be("s1");
        parameters["code"].Should().NotBeNullOrEmpty();
        parameters["id_token"].Should().NotBeNullOrEmpty();
    }

    [Test]
    public async Task A_device_is_let_in_from_the_browser_which_is_signed_in_from_then_on()
    {
        IPage page = await NewPage();

        AuthenticationResult result = await Desk().AcquireTokenWithDeviceCode(Feed, async code =>
        {
            await page.GotoAsync(code.VerificationUrl);
            await page.FillAsync("input[name=otc]", code.UserCode);
            await page.Keyboard.PressAsync("Enter");
            await TypePassword(page, "security-reader");
            await page.ClickAsync("#idSIButton9");
            (await page.TextContentAsync("body")).Should().Contain("You have signed in");
        }).ExecuteAsync();
        await page.GotoAsync(StartOfDesk);

        result.Account.Username.Should().Be(_server.Persona("security-reader").Upn);
        page.Url.Should().Contain("nativeclient?code=");
        (await _server.Call(FeedCall, result.AccessToken)).Should().EndWith("/served");
    }

    [Test]
    public async Task A_browser_that_is_signed_in_is_not_asked_again_until_it_signs_out()
    {
        IPage page = await NewPage();

        await page.GotoAsync(StartOfDesk);
        await TypePassword(page, "security-reader");
        string first = page.Url;
        await page.GotoAsync(StartOfDesk);
        string second = page.Url;
        await page.GotoAsync($"{Host}/{_server.TenantId}/oauth2/v2.0/logout");
        await page.GotoAsync(StartOfDesk);

        first.Should().Contain("nativeclient?code=");
        second.Should().Contain("nativeclient?code=").And.NotBe(first);
        (await page.TitleAsync()).Should().Be("Sign in to your account");
    }

    [Test]
    public async Task With_the_forward_proxy_an_unchanged_browser_opens_a_portals_real_address()
    {
        await using Chromium plain = await Chromium.Launch();
        IPage page = await plain.NewPage(new BrowserNewContextOptions { IgnoreHTTPSErrors = true, Proxy = new Proxy { Server = _server.Server.Proxy!.ToString() } });

        IResponse? answer = await page.GotoAsync("https://main.b2cadmin.ext.azure.com/api/tenants/GetTenantInfo");

        answer!.Headers["x-harness-decision"].Should().Be("access/token-missing");
        page.Url.Should().StartWith("https://main.b2cadmin.ext.azure.com/");
    }

    // The browser keeps a store of its own for authorities; that the mock's is good for these names is shown by the clients that check it.
    private Task<IPage> NewPage() => _chromium.NewPage(new BrowserNewContextOptions { IgnoreHTTPSErrors = true });

    private IPublicClientApplication Desk() => PublicClientApplicationBuilder.Create((string)_server.App("Contoso Desk Client")["clientId"]!)
        .WithAuthority($"{Host}/organizations").WithRedirectUri("http://localhost").WithHttpClientFactory(_server).Build();

    private static async Task<AuthenticationResult> Interactive(IPublicClientApplication app, IPage page, Func<Task> signIn, string? claims = null)
    {
        Task browsing = Task.CompletedTask;
        AcquireTokenInteractiveParameterBuilder ask = app.AcquireTokenInteractive(Feed).WithUseEmbeddedWebView(false).WithSystemWebViewOptions(new SystemWebViewOptions
        {
            // MSAL listens only once this has returned, so the person begins on their own.
            OpenBrowserAsync = start =>
            {
                browsing = Browse(start);
                return Task.CompletedTask;
            },
        });
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        AuthenticationResult result = await (claims is null ? ask : ask.WithClaims(claims)).ExecuteAsync(patience.Token);
        await browsing;
        return result;

        async Task Browse(Uri start)
        {
            await page.GotoAsync(start.ToString());
            await signIn();
        }
    }

    private async Task TypePassword(IPage page, string persona)
    {
        (string upn, string password) = _server.Persona(persona);
        await page.FillAsync("#i0116", upn);
        await page.FillAsync("#i0118", password);
        await page.ClickAsync("#idSIButton9");
    }
}
