using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Harness.Cli.Trust;
using Harness.Contracts;
using Harness.Contracts.Operations;
using Harness.Identity.Keys;
using Harness.Mock.Trust;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Trust;

internal sealed class TrustTests
{
    [Test]
    public void The_authority_is_kept_and_its_key_is_its_owners_only()
    {
        using var data = new TemporaryFolder();
        var keys = new KeyFolder(data.Path);

        using DevelopmentAuthority first = Open(keys);
        using DevelopmentAuthority second = Open(keys);

        first.IsNew.Should().BeTrue();
        second.IsNew.Should().BeFalse();
        second.Certificate.Thumbprint.Should().Be(first.Certificate.Thumbprint);
        first.ExportPem().Should().StartWith("-----BEGIN CERTIFICATE-----").And.NotContain("PRIVATE");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(keys.Path, "development-ca.pem")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Test]
    public void The_authority_is_constrained_to_declared_hosts_and_localhost()
    {
        using var data = new TemporaryFolder();
        using DevelopmentAuthority authority = Open(new KeyFolder(data.Path));

        authority.Names.Should().Contain(["login.microsoftonline.com", "security.microsoft.com", "localhost", "sharepoint.com", "crm.dynamics.com"]);
        authority.Names.Should().NotContain(["com", "microsoft.com"]);
        authority.Certificate.Extensions["2.5.29.30"]!.Critical.Should().BeTrue();
    }

    [Test]
    public void A_host_that_the_authority_lacks_gets_a_new_authority_that_knows_the_old_ones_too()
    {
        using var data = new TemporaryFolder();
        var keys = new KeyFolder(data.Path);
        using (DevelopmentAuthority.Open(keys, [HostPattern.Parse("one.example")], TimeProvider.System))
        {
        }

        using DevelopmentAuthority wider = DevelopmentAuthority.Open(keys, [HostPattern.Parse("{x}-admin.two.example")], TimeProvider.System);
        using DevelopmentAuthority same = DevelopmentAuthority.Open(keys, [HostPattern.Parse("one.example"), HostPattern.Parse("{x}.two.example")], TimeProvider.System);

        wider.IsNew.Should().BeTrue();
        wider.Names.Should().BeEquivalentTo("localhost", "one.example", "two.example");
        same.IsNew.Should().BeFalse();
    }

    [TestCase("login.microsoftonline.com")]
    [TestCase("contoso-admin.sharepoint.com")]
    [TestCase("security.microsoft.com.localhost")]
    [TestCase("localhost")]
    public async Task Each_host_has_a_certificate_that_a_client_who_trusts_the_authority_takes(string host)
    {
        using var data = new TemporaryFolder();
        await using RunningServer server = await RunningServer.Start(o => o with { HttpsPort = 0, Data = data.Path });

        (await Handshake(server, data, host, host)).Should().BeTrue();
    }

    [Test]
    public async Task An_address_is_taken_as_localhost_is()
    {
        using var data = new TemporaryFolder();
        await using RunningServer server = await RunningServer.Start(o => o with { HttpsPort = 0, Data = data.Path });

        (await Handshake(server, data, "127.0.0.1", "127.0.0.1")).Should().BeTrue();
        (await Handshake(server, data, "www.example.com", "www.example.com")).Should().BeFalse("nobody declares that host");
    }

    [Test]
    public async Task No_key_is_made_before_somebody_shakes_hands()
    {
        using var data = new TemporaryFolder();
        await using RunningServer server = await RunningServer.Start(o => o with { HttpsPort = 0, Data = data.Path });

        server.Server.Https!.Scheme.Should().Be("https");
        Directory.EnumerateFiles(Path.Combine(data.Path, "keys"), "development-ca*").Should().BeEmpty();
    }

    [Test]
    public async Task A_taken_https_port_is_named_as_such()
    {
        using var data = new TemporaryFolder();
        await using RunningServer first = await RunningServer.Start(o => o with { HttpsPort = 0, Data = data.Path });

        Func<Task> second = () => RunningServer.Start(o => o with { HttpsPort = first.Server.Https!.Port, Data = data.Path });

        (await second.Should().ThrowAsync<HarnessException>()).Which.Message.Should().Contain($"port {first.Server.Https!.Port}").And.Contain("--https-port");
    }

    [Test]
    public void Installing_writes_one_file_and_removing_takes_it_away()
    {
        using var folder = new TemporaryFolder();
        var store = new DebianTrustStore(folder.Path, "true");

        store.Install("pem").Should().Contain("trusted");
        Directory.GetFiles(folder.Path).Should().ContainSingle().Which.Should().EndWith(".crt");
        store.Remove().Should().Contain("no longer");
        store.Remove().Should().Contain("nothing was changed");
        Directory.GetFiles(folder.Path).Should().BeEmpty();
    }

    [Test]
    public void What_is_not_permitted_comes_with_the_commands_that_do_it()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "harness-development-ca.crt"));

        Action install = () => new DebianTrustStore(folder.Path, "true").Install("pem");
        Action elsewhere = () => new DebianTrustStore(Path.Combine(folder.Path, "missing")).Install("pem");
        Action failing = () => SystemCommand.Run("no-such-program-here", [], "Install it");

        install.Should().Throw<HarnessException>().Which.Fix.Should().Contain("sudo cp");
        elsewhere.Should().Throw<HarnessException>().Which.Fix.Should().Contain("harness trust export");
        failing.Should().Throw<HarnessException>().Which.What.Should().Contain("no-such-program-here");
    }

    private static DevelopmentAuthority Open(KeyFolder keys) => DevelopmentAuthority.Open(keys, TrustedHosts.With([]), TimeProvider.System);

    private static async Task<bool> Handshake(RunningServer server, TemporaryFolder data, string serverName, string host)
    {
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync("127.0.0.1", server.Server.Https!.Port);
        await using var tls = new SslStream(socket.GetStream());

        // Asked for before the authority is opened here: the server makes it in its first handshake.
        try
        {
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
            {
                TargetHost = serverName,
                RemoteCertificateValidationCallback = (_, certificate, _, errors) => IsTrusted(data, (X509Certificate2)certificate!, errors, host),
            });
            return true;
        }
        catch (AuthenticationException)
        {
            return false;
        }
    }

    private static bool IsTrusted(TemporaryFolder data, X509Certificate2 certificate, SslPolicyErrors errors, string host)
    {
        using DevelopmentAuthority authority = Open(new KeyFolder(data.Path));
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority.Certificate);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return !authority.IsNew && !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) && chain.Build(certificate) && certificate.MatchesHostname(host);
    }
}
