using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Harness.Identity.Keys;
using Harness.Mock.Trust;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Proxy;

/// <summary>An unchanged client on a machine where HTTPS_PROXY is set and the development authority is trusted, and no other.</summary>
internal sealed class ProxiedClient : IDisposable
{
    private readonly DevelopmentAuthority _authority;

    public ProxiedClient(RunningServer server, string data)
    {
        _authority = DevelopmentAuthority.Open(new KeyFolder(data), TrustedHosts.With([]), TimeProvider.System);
        X509Certificate2 root = X509CertificateLoader.LoadCertificate(_authority.Certificate.RawData);
        Client = new HttpClient(new SocketsHttpHandler
        {
            Proxy = new WebProxy(server.Server.Proxy),
            UseCookies = false,
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { root }, RevocationMode = X509RevocationMode.NoCheck },
            },
        });
    }

    public HttpClient Client { get; }

    /// <summary>For clients that take a file of certificates to trust.</summary>
    public string Pem => _authority.ExportPem();

    public async Task<PortalAnswer> Call(string method, string url, PortalSession? session = null, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), url);
        session?.Put(request);
        change?.Invoke(request);
        using HttpResponseMessage answer = await Client.SendAsync(request);
        return await PortalAnswer.Read(answer);
    }

    public void Dispose()
    {
        Client.Dispose();
        _authority.Dispose();
    }
}
