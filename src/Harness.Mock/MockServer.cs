using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Harness.Contracts;
using Harness.Mock.Control;
using Harness.Mock.Home;
using Harness.Mock.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Harness.Mock;

/// <summary>The mock portals as one server: start it, point an unchanged client at it, dispose it.</summary>
public sealed class MockServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly MockPortals _portals;

    private MockServer(WebApplication app, MockPortals portals, IReadOnlyList<ContractProblem> problems, string controlToken)
    {
        _app = app;
        _portals = portals;
        Problems = problems;
        ControlToken = controlToken;
        string[] addresses = [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];
        Http = new Uri(addresses.First(a => a.StartsWith("http:", StringComparison.Ordinal)));
        Https = Array.Find(addresses, a => a.StartsWith("https:", StringComparison.Ordinal)) is { } https ? new Uri(https) : null;
    }

    public Uri Http { get; }

    /// <summary>Null when HTTPS is off.</summary>
    public Uri? Https { get; }

    public int FamilyCount => _portals.Families.Count;

    public int OperationCount => _portals.Operations.Count;

    /// <summary>Milliseconds until the first call could be answered.</summary>
    public int StartupMs => _portals.StartupMs;

    /// <summary>What the control API asks for when the server listens beyond this machine.</summary>
    public string ControlToken { get; }

    /// <summary>Mistakes in contracts; what they do not touch is served all the same.</summary>
    public IReadOnlyList<ContractProblem> Problems { get; }

    /// <exception cref="HarnessException">Something the caller can put right: a taken port, a missing folder, an unknown family or tenant.</exception>
    public static async Task<MockServer> StartAsync(MockServerOptions options, CancellationToken cancelled = default)
    {
        long started = options.TimeProvider.GetTimestamp();
        (MockPortals portals, IReadOnlyList<ContractProblem> problems) = MockPortalsLoader.Load(options);
        string controlToken = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        WebApplication app = Build(options, portals, controlToken);
        try
        {
            await app.StartAsync(cancelled);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            await app.DisposeAsync();
            bool isHttps = exception.Message.Contains("https:", StringComparison.Ordinal);
            throw new HarnessException(
                $"port {(isHttps ? options.HttpsPort : options.HttpPort)} on {options.Bind} is taken by another program",
                $"Choose another with {(isHttps ? "--https-port" : "--port")}, or 0 for a free one");
        }
        catch (SocketException exception)
        {
            await app.DisposeAsync();
            throw new HarnessException($"cannot listen on {options.Bind}:{options.HttpPort}: {exception.Message}", "Give --bind an address of this machine, and ports you may open");
        }

        portals.StartupMs = (int)(options.FromProcessStart ? SinceProcessStart(options.TimeProvider) : options.TimeProvider.GetElapsedTime(started)).TotalMilliseconds;
        if (options.FromProcessStart)
        {
            ReleaseStartupGarbage();
        }

        return new MockServer(app, portals, problems, controlToken);
    }

    /// <summary>A command line that makes an authenticated call, ready to paste.</summary>
    public string FirstCall() => new FirstCall(_portals).CurlLine(Http.ToString().TrimEnd('/'));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static WebApplication Build(MockServerOptions options, MockPortals portals, string controlToken)
    {
        // The empty builder: no configuration files, no logging, no host filtering; it starts in a third of the time of the usual one.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        IPAddress address = ParseBind(options.Bind);
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, address, options, portals));
        if (options.HttpsPort is not null)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        WebApplication app = builder.Build();
        app.Lifetime.ApplicationStopping.Register(portals.Stop);
        var guard = new ControlGuard(IPAddress.IsLoopback(address), controlToken);
        var own = new Lazy<RequestDelegate>(() => BuildOwnPages(app, portals, guard));
        app.Run(new PortalHandler(portals, http => own.Value(http), app.Lifetime.ApplicationStopping).Handle);
        return app;
    }

    // Built for the first call that is for the server itself: routing takes longer to set up than everything that portals need.
    private static RequestDelegate BuildOwnPages(IApplicationBuilder app, MockPortals portals, ControlGuard guard)
    {
        IApplicationBuilder own = app.New();
        own.UseRouting();
        own.UseEndpoints(routes =>
        {
            ControlApi.Map(routes, portals, guard);
            HomePage.Map(routes, portals);
            FamilyHtml.Map(routes, portals);
        });
        own.Run(OwnPages.NotFound);
        return own.Build();
    }

    private static void Listen(KestrelServerOptions kestrel, IPAddress address, MockServerOptions options, MockPortals portals)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = RequestBody.MostBytes;
        kestrel.Listen(address, options.HttpPort);
        if (options.HttpsPort is { } port)
        {
            // The certificate is asked for in the first handshake: nobody waits at the start for keys to be made.
            kestrel.Listen(address, port, listen => listen.UseHttps(https => https.ServerCertificateSelector = (_, name) => portals.Certificates.For(name)));
        }
    }

    private static IPAddress ParseBind(string bind)
    {
        if (bind.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return IPAddress.Loopback;
        }

        return IPAddress.TryParse(bind.Trim('[', ']'), out IPAddress? address)
            ? address
            : throw new HarnessException($"'{bind}' is no address to listen on", "Give --bind an IP address such as 127.0.0.1 or 0.0.0.0");
    }

    // Reading contracts leaves more garbage than contracts; a server that waits for its first call has the time to give it back.
    private static void ReleaseStartupGarbage() => _ = Task.Run(() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true));

    private static TimeSpan SinceProcessStart(TimeProvider time)
    {
        using var process = Process.GetCurrentProcess();
        return time.GetLocalNow().DateTime - process.StartTime;
    }
}
