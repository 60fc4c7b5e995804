using System.Net;
using System.Net.Http.Json;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Harness.Identity.Keys;
using Harness.Mock;
using Harness.Mock.Trust;
using Microsoft.Identity.Client;

namespace Harness.EndToEnd.Tests.SignIn;

/// <summary>The mock with HTTPS and forward proxy, and a client whose machine knows its addresses under Microsoft's names and trusts its authority.</summary>
internal sealed class TokenServiceServer : IMsalHttpClientFactory, IAsyncDisposable
{
    private readonly string _data;
    private readonly DevelopmentAuthority _authority;
    private readonly HttpClient _client;
    private readonly JsonNode _tenant;

    private TokenServiceServer(MockServer server, string data, JsonNode tenant)
    {
        Server = server;
        _data = data;
        _tenant = tenant;
        _authority = DevelopmentAuthority.Open(new KeyFolder(data), TrustedHosts.With([]), TimeProvider.System);
        X509Certificate2 root = X509CertificateLoader.LoadCertificate(_authority.Certificate.RawData);
        _client = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = async (_, cancelled) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.Loopback, server.Https!.Port, cancelled);
                return new NetworkStream(socket, ownsSocket: true);
            },
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { root }, RevocationMode = X509RevocationMode.NoCheck },
            },
        });
    }

    public MockServer Server { get; }

    public IReadOnlyDictionary<string, string> Hosts => _tenant["hosts"]!.AsObject().ToDictionary(h => h.Key, h => (string)h.Value!, StringComparer.OrdinalIgnoreCase);

    public string TenantId => (string)_tenant["tenantId"]!;

    /// <summary>For a browser: Microsoft's names lead to the mock's HTTPS port.</summary>
    public string Names => $"MAP *.microsoftonline.com 127.0.0.1:{Server.Https!.Port}, MAP *.microsoft.com 127.0.0.1:{Server.Https.Port}";

    public static async Task<TokenServiceServer> Start()
    {
        string data = Directory.CreateTempSubdirectory("harness-sign-in-").FullName;
        MockServer server = await MockServer.StartAsync(new MockServerOptions { Data = data, Cache = "", HttpsPort = 0, ProxyPort = 0 });
        using var client = new HttpClient { BaseAddress = server.Http };
        return new TokenServiceServer(server, data, (await client.GetFromJsonAsync<JsonNode>("/__harness/tenant"))!);
    }

    public JsonNode App(string name) => ((JsonArray)_tenant["apps"]!).Single(a => (string)a!["name"]! == name)!;

    public (string Upn, string Password) Persona(string id)
    {
        JsonNode persona = ((JsonArray)_tenant["personas"]!).Single(p => (string)p!["id"]! == id)!;
        return ((string)persona["upn"]!, (string)persona["password"]!);
    }

    /// <summary>Variables under which a program of this machine takes the mock for Microsoft's sites.</summary>
    public Dictionary<string, string> Environment()
    {
        string root = Path.Combine(_data, "root.pem");
        File.WriteAllText(root, _authority.Certificate.ExportCertificatePem());
        return new Dictionary<string, string>(StringComparer.Ordinal) { ["HTTPS_PROXY"] = Server.Proxy!.ToString(), ["SSL_CERT_FILE"] = root, ["CI"] = "" };
    }

    public HttpClient GetHttpClient() => _client;

    public async Task Advance(string by)
    {
        using var client = new HttpClient { BaseAddress = Server.Http };
        using HttpResponseMessage answer = await client.PostAsJsonAsync("/__harness/clock", new { advance = by });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Calls a portal under its real name; its decision.</summary>
    public async Task<string> Call(string url, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = new("Bearer", token);
        using HttpResponseMessage answer = await _client.SendAsync(request);
        return string.Join(' ', answer.Headers.GetValues("x-harness-decision"));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _authority.Dispose();
        await Server.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
