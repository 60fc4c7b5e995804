using Harness.Mock.Exchanges;
using Harness.Stubs.Requests;

namespace Harness.Mock.Stubs;

/// <summary>An exchange, as stub mappings see it.</summary>
internal sealed class ExchangeStubRequest(Exchange exchange) : IStubRequest
{
    public string Method => exchange.Method;

    // What the client means: the portals have no plain HTTP, however this mock was reached.
    public string Scheme => "https";

    public string Host => exchange.Host;

    public string RawPath => exchange.Path;

    public string QueryString => exchange.Http.Request.QueryString.Value ?? "";

    public IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Headers => exchange.Http.Request.Headers.Select(h => KeyValuePair.Create(h.Key, Texts(h.Value)));

    public ReadOnlyMemory<byte> Body => exchange.Body;

    public IReadOnlyList<string> Header(string name) => Texts(exchange.Http.Request.Headers[name]);

    private static IReadOnlyList<string> Texts(IEnumerable<string?> values) => [.. values.OfType<string>()];
}
