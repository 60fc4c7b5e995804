using System.Security.Cryptography.X509Certificates;
using Harness.Contracts.Tenants;
using Harness.Tests.Support;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.Extensibility;

namespace Harness.Tests.Identity;

/// <summary>The real Microsoft.Identity.Client, which does not know that it talks to a mock.</summary>
internal sealed class MsalTests
{
    private const string Authority = "https://login.microsoftonline.com";

    private static readonly string[] Feed = [$"{EntraServer.Manage}/ActivityFeed.Read"];
    private static readonly string[] FeedDefault = [$"{EntraServer.Manage}/.default"];

    private static readonly string FeedCall = $"https://manage.office.com/api/v1.0/{Contoso.Id}/activity/feed/subscriptions/list";

    private TlsServer _server = null!;

    [OneTimeSetUp]
    public async Task Start() => _server = await TlsServer.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [SetUp]
    public async Task Reset() => await _server.Server.Control(HttpMethod.Post, "reset");

    [Test]
    public async Task A_confidential_client_signs_in_with_its_secret()
    {
        AuthenticationResult result = await Confidential(Contoso.Daemon).WithClientSecret(Contoso.Daemon.Secret).Build().AcquireTokenForClient(FeedDefault).ExecuteAsync();

        (await _server.Call(FeedCall, result.AccessToken)).Status.Should().Be(200);
        PortalAnswer other = await _server.Call($"https://api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform/environments", result.AccessToken);
        other.Decision.Should().NotBe("synthesis/served");
        other.Status.Should().BeOneOf(401, 403);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_confidential_client_signs_in_with_its_certificate(bool sendX5C)
    {
        using var pem = X509Certificate2.CreateFromPem(Contoso.CertificateApp.Certificate!, Contoso.CertificateApp.Certificate!);

        AuthenticationResult result = await Confidential(Contoso.CertificateApp).WithCertificate(pem, sendX5C).Build().AcquireTokenForClient(FeedDefault).ExecuteAsync();

        (await _server.Call(FeedCall, result.AccessToken)).Status.Should().Be(200);
        EntraServer.Claims(result.AccessToken).GetProperty("appidacr").GetString().Should().Be("2");
    }

    [Test]
    public async Task A_wrong_secret_is_a_service_exception_with_the_services_words()
    {
        IConfidentialClientApplication app = Confidential(Contoso.Daemon).WithClientSecret("nonsense").Build();

        MsalServiceException refused = (await Acquire(() => app.AcquireTokenForClient(FeedDefault).ExecuteAsync()).Should().ThrowAsync<MsalServiceException>()).Which;

        refused.ErrorCode.Should().Be("invalid_client");
        refused.StatusCode.Should().Be(401);
        refused.Message.Should().Contain("AADSTS7000215: ");
        refused.CorrelationId.Should().NotBeEmpty();
    }

    [Test]
    public async Task A_device_signs_in_through_another_ones_browser()
    {
        AuthenticationResult result = await Public().AcquireTokenWithDeviceCode(Feed, code => _server.ApproveDevice(code.VerificationUrl, code.UserCode, Contoso.Reader)).ExecuteAsync();

        result.Account.Username.Should().Be(Contoso.Reader.Upn);
        result.TenantId.Should().Be(Contoso.Id);
        (await _server.Call(FeedCall, result.AccessToken)).Status.Should().Be(200);
    }

    [Test]
    public async Task A_name_and_a_password_sign_in_and_the_account_is_kept()
    {
        IPublicClientApplication app = Public();

        AuthenticationResult result = await Password(app, Contoso.Admin);

        result.Account.HomeAccountId.Identifier.Should().Be($"{Contoso.Admin.ObjectId}.{Contoso.Id}");
        AuthenticationResult again = await app.AcquireTokenSilent(Feed, result.Account).ExecuteAsync();
        again.AuthenticationResultMetadata.TokenSource.Should().Be(TokenSource.Cache);
    }

    [Test]
    public async Task A_person_signs_in_in_a_browser_with_pkce()
    {
        AuthenticationResult result = await Public().AcquireTokenInteractive(Feed)
            .WithCustomWebUi(new ScriptedBrowser(_server, [("login", Contoso.Admin.Upn), ("passwd", Contoso.Admin.Password)])).ExecuteAsync();

        result.Account.Username.Should().Be(Contoso.Admin.Upn);
        result.ClaimsPrincipal.FindFirst("harness_fake")!.Value.Should().BeEquivalentTo("true");
        (await _server.Call(FeedCall, result.AccessToken)).Status.Should().Be(200);
    }

    [Test]
    public async Task A_web_site_redeems_the_code_that_its_page_was_sent()
    {
        IConfidentialClientApplication app = Confidential(Contoso.Daemon).WithClientSecret(Contoso.Daemon.Secret).WithRedirectUri("https://localhost:5001/signin-oidc").Build();
        Uri start = await app.GetAuthorizationRequestUrl(Feed).WithPkce(out string verifier).ExecuteAsync();
        Uri redirect = await _server.Browse(start, [("persona", Contoso.Admin.Upn)]);
        string code = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(redirect.Query)["code"]!;

        AuthenticationResult result = await app.AcquireTokenByAuthorizationCode(Feed, code).WithPkceCodeVerifier(verifier).ExecuteAsync();

        result.Account.Username.Should().Be(Contoso.Admin.Upn);
    }

    [Test]
    public async Task A_token_that_has_run_out_by_the_mocks_clock_is_renewed_silently()
    {
        IPublicClientApplication app = Public();
        AuthenticationResult first = await Password(app, Contoso.Admin);
        await _server.Server.Control(HttpMethod.Post, "clock", new { advance = "PT2H" });
        (await _server.Call(FeedCall, first.AccessToken)).Decision.Should().Be("access/token-expired");

        AuthenticationResult second = await app.AcquireTokenSilent(Feed, first.Account).WithForceRefresh(true).ExecuteAsync();

        second.AuthenticationResultMetadata.TokenSource.Should().Be(TokenSource.IdentityProvider);
        (await _server.Call(FeedCall, second.AccessToken)).Status.Should().Be(200);
        (await app.AcquireTokenSilent(Feed, first.Account).WithForceRefresh(true).ExecuteAsync()).AccessToken.Should().NotBe(second.AccessToken, "the refresh token was rotated and still works");
    }

    [Test]
    public async Task Missing_consent_wants_a_person()
    {
        IPublicClientApplication app = Public();
        AuthenticationResult result = await Password(app, Contoso.Admin);

        MsalUiRequiredException wanted = (await Acquire(() => app.AcquireTokenSilent([$"{EntraServer.Graph}/Mail.Read"], result.Account).ExecuteAsync()).Should().ThrowAsync<MsalUiRequiredException>()).Which;

        wanted.Classification.Should().Be(UiRequiredExceptionClassification.ConsentRequired);
        wanted.Message.Should().StartWith("AADSTS65001: ");
    }

    [Test]
    public async Task Conditional_access_blocks_with_a_message_only()
    {
        MsalUiRequiredException wanted = (await Acquire(() => Password(Public(), Contoso.Persona("blocked"))).Should().ThrowAsync<MsalUiRequiredException>()).Which;

        wanted.Classification.Should().Be(UiRequiredExceptionClassification.MessageOnly);
        wanted.Message.Should().StartWith("AADSTS53003: ");
    }

    [Test]
    public async Task A_claims_challenge_is_met_by_signing_in_again_with_the_claims()
    {
        IPublicClientApplication app = Public();
        Persona persona = Contoso.Persona("mfa-required");
        MsalUiRequiredException challenge = (await Acquire(() => Password(app, persona)).Should().ThrowAsync<MsalUiRequiredException>()).Which;
        challenge.Claims.Should().Contain("capolids");

        AuthenticationResult result = await app.AcquireTokenInteractive(Feed).WithClaims(challenge.Claims)
            .WithCustomWebUi(new ScriptedBrowser(_server, [("persona", persona.Upn)], [("mfa", "1")])).ExecuteAsync();

        result.Account.Username.Should().Be(persona.Upn);
        EntraServer.Claims(result.AccessToken).GetProperty("amr").EnumerateArray().Select(m => m.GetString()).Should().Contain("mfa");
        (await app.AcquireTokenSilent(Feed, result.Account).WithForceRefresh(true).ExecuteAsync()).AccessToken.Should().NotBeEmpty();
    }

    [Test]
    public async Task A_step_up_challenge_of_an_api_puts_the_authentication_context_into_the_token()
    {
        const string Claims = """{"access_token":{"acrs":{"essential":true,"value":"c1"}}}""";
        IPublicClientApplication app = Public();
        AuthenticationResult first = await Password(app, Contoso.Admin);
        await Acquire(() => app.AcquireTokenSilent(Feed, first.Account).WithClaims(Claims).ExecuteAsync()).Should().ThrowAsync<MsalUiRequiredException>();

        AuthenticationResult result = await app.AcquireTokenInteractive(Feed).WithClaims(Claims).WithAccount(first.Account)
            .WithCustomWebUi(new ScriptedBrowser(_server, [("persona", Contoso.Admin.Upn)], [("mfa", "1")])).ExecuteAsync();

        EntraServer.Claims(result.AccessToken).GetProperty("acrs")[0].GetString().Should().Be("c1");
    }

    [Test]
    public async Task An_api_calls_on_in_its_callers_name()
    {
        AuthenticationResult caller = await Password(Public(), Contoso.Admin, $"api://{Contoso.Orders.Key()}/access_as_user");
        IConfidentialClientApplication api = Confidential(Contoso.Orders).WithClientSecret(Contoso.Orders.Secret).Build();

        AuthenticationResult result = await api.AcquireTokenOnBehalfOf(Feed, new UserAssertion(caller.AccessToken)).ExecuteAsync();

        (await _server.Call(FeedCall, result.AccessToken)).Status.Should().Be(200);
    }

    [Test]
    public async Task An_unknown_tenant_is_refused_in_the_services_words()
    {
        IConfidentialClientApplication app = ConfidentialClientApplicationBuilder.Create(Contoso.Daemon.Key())
            .WithAuthority($"{Authority}/nobody.example").WithHttpClientFactory(_server.Http).WithClientSecret("x").Build();

        MsalServiceException refused = (await Acquire(() => app.AcquireTokenForClient(FeedDefault).ExecuteAsync()).Should().ThrowAsync<MsalServiceException>()).Which;

        refused.ErrorCode.Should().Be("invalid_request");
        refused.Message.Should().StartWith("AADSTS90002: Tenant 'nobody.example' not found.");
    }

    [Test]
    public async Task An_oidc_authority_is_read_from_its_discovery_document()
    {
        IConfidentialClientApplication app = ConfidentialClientApplicationBuilder.Create(Contoso.Daemon.Key())
            .WithOidcAuthority($"{Authority}/{Contoso.Id}/v2.0").WithHttpClientFactory(_server.Http).WithClientSecret(Contoso.Daemon.Secret).Build();

        (await app.AcquireTokenForClient(FeedDefault).ExecuteAsync()).AccessToken.Should().NotBeEmpty();
    }

    private static Func<Task<AuthenticationResult>> Acquire(Func<Task<AuthenticationResult>> acquire) => acquire;

    // Deprecated, and what unattended scripts use all the same.
#pragma warning disable CS0618
    private static Task<AuthenticationResult> Password(IPublicClientApplication app, Persona persona, params string[] scopes) =>
        app.AcquireTokenByUsernamePassword(scopes.Length > 0 ? scopes : Feed, persona.Upn, persona.Password).ExecuteAsync();
#pragma warning restore CS0618

    private ConfidentialClientApplicationBuilder Confidential(AppRegistration app) =>
        ConfidentialClientApplicationBuilder.Create(app.Key()).WithAuthority($"{Authority}/{Contoso.Id}").WithHttpClientFactory(_server.Http);

    private IPublicClientApplication Public() => PublicClientApplicationBuilder.Create(Contoso.Desk.Key())
        .WithAuthority($"{Authority}/organizations").WithRedirectUri("http://localhost").WithHttpClientFactory(_server.Http).Build();
}
