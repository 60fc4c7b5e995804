using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Harness.Benchmarks.Load;

/// <summary>What the mock server is measured against: the same Kestrel, which says hello.</summary>
internal static class BareServer
{
    private static readonly byte[] Hello = "hello"u8.ToArray();

    public static async Task Run(int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        WebApplication app = builder.Build();
        app.Run(http =>
        {
            http.Response.ContentLength = Hello.Length;
            return http.Response.Body.WriteAsync(Hello).AsTask();
        });
        await app.RunAsync();
    }
}
