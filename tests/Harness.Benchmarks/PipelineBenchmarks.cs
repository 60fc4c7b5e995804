using BenchmarkDotNet.Attributes;
using Harness.Mock;
using Harness.Mock.Portals;
using Harness.Mock.Serving;
using Harness.Mock.Sessions;
using Harness.Mock.Synthesis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Harness.Benchmarks;

/// <summary>What one call costs between the web server's hands: addressing, matching, access gate, answer, journal.</summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private readonly string _data = Directory.CreateTempSubdirectory("harness-benchmarks-").FullName;
    private PortalHandler _handler = null!;
    private DefaultHttpContext _cookie = null!;
    private DefaultHttpContext _bearer = null!;
    private DefaultHttpContext _refused = null!;
    private DefaultHttpContext _missing = null!;

    [GlobalSetup]
    public void Load()
    {
        (MockPortals portals, _) = MockPortalsLoader.Load(new MockServerOptions { Data = _data, Cache = "" });
        _handler = new PortalHandler(portals, _ => Task.CompletedTask);
        _cookie = Call(portals, "defender");
        _bearer = Call(portals, "entra-pim");
        _refused = Call(portals, "defender");
        _refused.Request.Headers.Remove("Cookie");
        _missing = Call(portals, "entra-pim");
        _missing.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget += "/nobody-has-this";
    }

    [GlobalCleanup]
    public void Clean() => Directory.Delete(_data, recursive: true);

    [Benchmark(Baseline = true)]
    public Task Cookie() => Send(_cookie);

    [Benchmark]
    public Task Bearer() => Send(_bearer);

    [Benchmark]
    public Task Refused() => Send(_refused);

    [Benchmark]
    public Task Missing() => Send(_missing);

    private static DefaultHttpContext Call(MockPortals portals, string family)
    {
        PortalOperation operation = portals.Operations.First(o => o.Family.Id == family && o.Operation.Method == "GET");
        ExampleCall example = portals.Example(operation);
        MintedSession session = portals.Sessions.Mint(
            operation.Family, portals.Tenant.Current.Personas[0], new(null, null, null), new SessionTarget("GET", example.Host, example.Path, operation));
        var http = new DefaultHttpContext();
        http.Request.Method = "GET";
        http.Request.Headers.Host = "127.0.0.1:5080";
        http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = $"/{example.Host}{example.Path}";
        foreach (KeyValuePair<string, string> header in session.Headers)
        {
            http.Request.Headers[header.Key] = header.Value;
        }

        http.Request.Headers.Cookie = string.Join("; ", session.Cookies.Select(c => $"{c.Key}={c.Value}"));
        return http;
    }

    private Task Send(DefaultHttpContext http)
    {
        http.Response.Headers.Clear();
        return _handler.Handle(http);
    }
}
