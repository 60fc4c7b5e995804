using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;

namespace Harness.Tests.Identity;

/// <summary>The real Azure.Identity, as the SDKs of Azure use it.</summary>
internal sealed class AzureIdentityTests
{
    private static readonly TokenRequestContext Feed = new([$"{EntraServer.Manage}/.default"]);

    private static readonly string FeedCall = $"https://manage.office.com/api/v1.0/{Contoso.Id}/activity/feed/subscriptions/list";

    private TlsServer _server = null!;

    [OneTimeSetUp]
    public async Task Start() => _server = await TlsServer.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [SetUp]
    public async Task Reset() => await _server.Server.Control(HttpMethod.Post, "reset");

    [Test]
    public async Task A_client_secret_credential_gets_a_token_that_the_family_takes()
    {
        var credential = new ClientSecretCredential(Contoso.Id, Contoso.Daemon.Key(), Contoso.Daemon.Secret, With(new ClientSecretCredentialOptions()));

        AccessToken token = await credential.GetTokenAsync(Feed, default);

        (await _server.Call(FeedCall, token.Token)).Status.Should().Be(200);
    }

    [Test]
    public async Task A_client_certificate_credential_gets_a_token_that_the_family_takes()
    {
        using var certificate = X509Certificate2.CreateFromPem(Contoso.CertificateApp.Certificate!, Contoso.CertificateApp.Certificate!);
        var credential = new ClientCertificateCredential(Contoso.Id, Contoso.CertificateApp.Key(), certificate, With(new ClientCertificateCredentialOptions()));

        AccessToken token = await credential.GetTokenAsync(Feed, default);

        (await _server.Call(FeedCall, token.Token)).Status.Should().Be(200);
    }

    [Test]
    public async Task A_device_code_credential_waits_for_a_person()
    {
        var credential = new DeviceCodeCredential(With(new DeviceCodeCredentialOptions
        {
            TenantId = Contoso.Id,
            ClientId = Contoso.Desk.Key(),
            DeviceCodeCallback = (code, _) => _server.ApproveDevice(code.VerificationUri.ToString(), code.UserCode, Contoso.Admin),
        }));

        AccessToken token = await credential.GetTokenAsync(new TokenRequestContext([$"{EntraServer.Manage}/ActivityFeed.Read"]), default);

        (await _server.Call(FeedCall, token.Token)).Status.Should().Be(200);
    }

    [Test]
    public async Task A_token_for_one_backend_is_refused_by_the_next()
    {
        var credential = new ClientSecretCredential(Contoso.Id, Contoso.Daemon.Key(), Contoso.Daemon.Secret, With(new ClientSecretCredentialOptions()));

        AccessToken token = await credential.GetTokenAsync(new TokenRequestContext([$"{EntraServer.Graph}/.default"]), default);

        (await _server.Call(FeedCall, token.Token)).Decision.Should().Be("access/token-wrong-audience");
    }

    [Test]
    public async Task A_refusal_arrives_with_the_services_words()
    {
        var credential = new ClientSecretCredential(Contoso.Id, Contoso.Daemon.Key(), "nonsense", With(new ClientSecretCredentialOptions()));

        Func<Task> ask = async () => await credential.GetTokenAsync(Feed, default);

        (await ask.Should().ThrowAsync<AuthenticationFailedException>()).Which.InnerException!.Message.Should().Contain("AADSTS7000215");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task An_authority_host_of_the_mocks_own_works_as_well_as_microsofts(bool asksWhetherTheHostIsKnown)
    {
        Uri custom = Custom();
        var secret = new ClientSecretCredential(Contoso.Id, Contoso.Daemon.Key(), Contoso.Daemon.Secret, With(new ClientSecretCredentialOptions { DisableInstanceDiscovery = !asksWhetherTheHostIsKnown }, custom));
        using var certificate = X509Certificate2.CreateFromPem(Contoso.CertificateApp.Certificate!, Contoso.CertificateApp.Certificate!);
        var signed = new ClientCertificateCredential(
            Contoso.Id, Contoso.CertificateApp.Key(), certificate, With(new ClientCertificateCredentialOptions { DisableInstanceDiscovery = !asksWhetherTheHostIsKnown }, custom));
        var device = new DeviceCodeCredential(With(
            new DeviceCodeCredentialOptions
            {
                TenantId = Contoso.Id,
                ClientId = Contoso.Desk.Key(),
                DisableInstanceDiscovery = !asksWhetherTheHostIsKnown,
                DeviceCodeCallback = (code, _) => _server.ApproveDevice(code.VerificationUri.ToString(), code.UserCode, Contoso.Admin),
            },
            custom));

        foreach (TokenCredential credential in new TokenCredential[] { secret, signed, device })
        {
            AccessToken token = await credential.GetTokenAsync(new TokenRequestContext([$"{EntraServer.Manage}/{(credential == device ? "ActivityFeed.Read" : ".default")}"]), default);

            (await _server.Call(FeedCall, token.Token)).Status.Should().Be(200, credential.GetType().Name);
        }
    }

    private Uri Custom() => new($"https://login.microsoftonline.com.localhost:{_server.Server.Server.Https!.Port}/");

    private T With<T>(T options, Uri? authority = null)
        where T : TokenCredentialOptions
    {
        options.AuthorityHost = authority ?? AzureAuthorityHosts.AzurePublicCloud;
        options.Transport = _server.Http.Transport();
        return options;
    }
}
