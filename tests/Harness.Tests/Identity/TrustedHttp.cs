using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using Harness.Identity.Keys;
using Harness.Mock.Trust;
using Microsoft.Identity.Client;

namespace Harness.Tests.Identity;

/// <summary>What an unchanged client's machine has: names that lead to the mock's HTTPS port, and trust in the mock's authority and no other.</summary>
internal sealed class TrustedHttp : IMsalHttpClientFactory, IDisposable
{
    private readonly HttpClient _client;
    private readonly DevelopmentAuthority _authority;

    public TrustedHttp(int port, string data)
    {
        _authority = DevelopmentAuthority.Open(new KeyFolder(data), TrustedHosts.With([]), TimeProvider.System);
        X509Certificate2 root = X509CertificateLoader.LoadCertificate(_authority.Certificate.RawData);
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            ConnectCallback = async (_, cancelled) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.Loopback, port, cancelled);
                return new NetworkStream(socket, ownsSocket: true);
            },
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { root }, RevocationMode = X509RevocationMode.NoCheck },
            },
        };
        _client = new HttpClient(handler);
    }

    public HttpClient GetHttpClient() => _client;

    public HttpClientTransport Transport() => new(_client);

    public void Dispose()
    {
        _client.Dispose();
        _authority.Dispose();
    }
}
