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
        IPAddress address = ParseBind(options.Bind);

        // The web server takes as long to build as the contracts to read, and neither needs the other before the first call.
        Task<(MockPortals Portals, IReadOnlyList<ContractProblem> Problems)> loading = Task.Run(() => MockPortalsLoader.Load(options), cancelled);

        // First, because it wakes the cryptography library: contracts are hashed as soon as they have been read.
        string controlToken = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        WebApplication app = Build(options, address, () => loading.Result.Portals);
        MockPortals portals;
        IReadOnlyList<ContractProblem> problems;
        try
        {
            (portals, problems) = await loading;
            Serve(app, portals, new ControlGuard(IPAddress.IsLoopback(address), controlToken));
            await Open(app, options, cancelled);
        }
        catch (HarnessException)
        {
            await app.DisposeAsync();
            throw;
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

    private static async Task Open(WebApplication app, MockServerOptions options, CancellationToken cancelled)
    {
        try
        {
            await app.StartAsync(cancelled);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            bool isHttps = exception.Message.Contains("https:", StringComparison.Ordinal);
            throw new HarnessException(
                $"port {(isHttps ? options.HttpsPort : options.HttpPort)} on {options.Bind} is taken by another program",
                $"Choose another with {(isHttps ? "--https-port" : "--port")}, or 0 for a free one");
        }
        catch (SocketException exception)
        {
            throw new HarnessException($"cannot listen on {options.Bind}:{options.HttpPort}: {exception.Message}", "Give --bind an address of this machine, and ports you may open");
        }
    }

    private static WebApplication Build(MockServerOptions options, IPAddress address, Func<MockPortals> portals)
    {
        // The empty builder: no configuration files, no logging, no host filtering; it starts in a third of the time of the usual one.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();

        // A call is answered in microseconds and without waiting: handing it to another thread first costs more than answering it.
        builder.WebHost.UseKestrelCore().UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true).ConfigureKestrel(kestrel => Listen(kestrel, address, options, portals));
        if (options.HttpsPort is not null)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        WebApplication app = builder.Build();
        app.Services.GetRequiredService<IServer>();
        return app;
    }

    private static void Serve(WebApplication app, MockPortals portals, ControlGuard guard)
    {
        app.Lifetime.ApplicationStopping.Register(portals.Stop);
        var own = new Lazy<RequestDelegate>(() => BuildOwnPages(app, portals, guard));
        app.Run(new PortalHandler(portals, http => own.Value(http), app.Lifetime.ApplicationStopping).Handle);
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

    private static void Listen(KestrelServerOptions kestrel, IPAddress address, MockServerOptions options, Func<MockPortals> portals)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = RequestBody.MostBytes;
        kestrel.Listen(address, options.HttpPort);
        if (options.HttpsPort is { } port)
        {
            // The certificate is asked for in the first handshake: nobody waits at the start for keys to be made.
            kestrel.Listen(address, port, listen => listen.UseHttps(https => https.ServerCertificateSelector = (_, name) => portals().Certificates.For(name)));
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
        // Looked at first: asking the system about the process takes its time too.
        DateTimeOffset now = time.GetUtcNow();
        using var process = Process.GetCurrentProcess();
        return now.UtcDateTime - process.StartTime.ToUniversalTime();
    }
}
