using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Harness.Tests.Mock.ActivityFeed;

/// <summary>A listener for notifications on this machine, which answers as a test wants.</summary>
internal sealed class WebhookListener : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<WebhookCall> _calls = Channel.CreateUnbounded<WebhookCall>();

    private WebhookListener(WebApplication app) => _app = app;

    public int Status { get; set; } = 200;

    public string Address { get; private set; } = "";

    /// <param name="isSecure">With a certificate that nobody has heard of.</param>
    public static async Task<WebhookListener> Start(bool isSecure = false)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen =>
        {
            if (isSecure)
            {
                listen.UseHttps(Certificate());
            }
        }));
        var listener = new WebhookListener(builder.Build());
        listener._app.Run(listener.Take);
        await listener._app.StartAsync();
        string address = listener._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        listener.Address = address + "/hook";
        return listener;
    }

    public async Task<WebhookCall> Next()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await _calls.Reader.ReadAsync(patience.Token);
    }

    public bool HasMore => _calls.Reader.TryPeek(out _);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task Take(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        string body = await reader.ReadToEndAsync(http.RequestAborted);
        http.Response.StatusCode = Status;
        http.Response.Headers.Location = Status is >= 300 and < 400 ? Address : default;
        await _calls.Writer.WriteAsync(new WebhookCall(http.Request.Headers["Webhook-ValidationCode"].ToString(), http.Request.Headers["Webhook-AuthID"].ToString(), body));
    }

    private static X509Certificate2 Certificate()
    {
        using RSA key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
