using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Harness.Contracts.Families;
using Harness.Drift.Credentials;
using Harness.Drift.Guard;
using Harness.Drift.Targets;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Guard;

internal sealed class ConnectionTests
{
    [Rail("R09")]
    [TestCase("169.254.169.254")]
    [TestCase("127.0.0.1")]
    public async Task A_portals_name_that_leads_to_this_machine_is_not_connected_to(string host)
    {
        Family family = TestFamily.Read(TestFamily.Frame.Replace("https://other.example.com", $"https://{host}", StringComparison.Ordinal) + "safeGets: [{ paths: [\"/api/**\"], reason: reads }]");
        Target target = DriftBench.At(new Uri("http://127.0.0.1:9")) with { Gateway = null };

        Func<Task> ask = () => Ask(target, family, host);

        Exception thrown = (await ask.Should().ThrowAsync<Exception>()).Which;
        (thrown as GuardViolationException ?? thrown.InnerException).Should().BeOfType<GuardViolationException>();
    }

    [Rail("R09")]
    [Test]
    public async Task A_certificate_that_nobody_vouches_for_is_not_accepted()
    {
        using RSA key = RSA.Create(2048);
        using X509Certificate2 certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task<int> read = Serve(listener, certificate);
        Target target = DriftBench.At(new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));

        Func<Task> ask = () => Ask(target, DriftBench.Family("safeGets: [{ paths: [\"/api/**\"], reason: reads }]"), "admin.example.com");

        (await ask.Should().ThrowAsync<HttpRequestException>()).Which.HttpRequestError.Should().Be(HttpRequestError.SecureConnectionError);
        (await read).Should().Be(0);
    }

    private static async Task Ask(Target target, Family family, string host)
    {
        var admissions = new Admissions(target, [family]);
        using var client = new GuardedClient(target, [family], admissions, new GuardSettings { PerSecond = null, Retries = 0 });
        Admission leave = admissions.Ask(DriftBench.Get("/api/things", host), host, "/api/things", out _)!;
        using GuardedAnswer? answer = await client.Get(leave, CallCredentials.None, default);
    }

    // How much of a request came through the handshake.
    private static async Task<int> Serve(TcpListener listener, X509Certificate2 certificate)
    {
        using TcpClient client = await listener.AcceptTcpClientAsync();
        await using var stream = new SslStream(client.GetStream());
        try
        {
            await stream.AuthenticateAsServerAsync(certificate);
            return await stream.ReadAsync(new byte[1024]);
        }
        catch (Exception exception) when (exception is IOException or AuthenticationException)
        {
            return 0;
        }
    }
}
