using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Harness.Identity.Keys;
using Harness.Mock.Trust;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Proxy;

/// <summary>An unchanged client on a machine where HTTPS_PROXY is set and the development authority is trusted, and no other.</summary>
internal sealed class ProxiedClient : IDisposable
{
    private readonly DevelopmentAuthority _authority;
    private readonly SslClientAuthenticationOptions _trust;
    private readonly Uri _proxy;

    public ProxiedClient(RunningServer server, string data)
    {
        _authority = DevelopmentAuthority.Open(new KeyFolder(data), TrustedHosts.With([]), TimeProvider.System);
        X509Certificate2 root = X509CertificateLoader.LoadCertificate(_authority.Certificate.RawData);
        _trust = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { root }, RevocationMode = X509RevocationMode.NoCheck },
        };
        _proxy = server.Server.Proxy!;
        Client = new HttpClient(new SocketsHttpHandler { Proxy = new WebProxy(_proxy), UseCookies = false, AllowAutoRedirect = false, SslOptions = _trust });
    }

    public HttpClient Client { get; }

    public async Task<PortalAnswer> Call(string method, string url, PortalSession? session = null, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), url);
        session?.Put(request);
        change?.Invoke(request);
        using HttpResponseMessage answer = await Client.SendAsync(request);
        return await PortalAnswer.Read(answer);
    }

    /// <summary>Sends bytes through a tunnel as they are; an HTTP client would not say one host to TLS and another to the server.</summary>
    public async Task<RawAnswer> Send(string host, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_proxy.Host, _proxy.Port);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"CONNECT {host}:443 HTTP/1.1\r\n\r\n"));
        byte[] established = new byte["HTTP/1.1 200 Connection established\r\n\r\n".Length];
        await stream.ReadExactlyAsync(established);
        await using var tls = new SslStream(stream);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host, CertificateChainPolicy = _trust.CertificateChainPolicy });
        await tls.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var answer = new MemoryStream();
        await tls.CopyToAsync(answer);
        return RawAnswer.Parse(answer.ToArray());
    }

    public void Dispose()
    {
        Client.Dispose();
        _authority.Dispose();
    }
}
