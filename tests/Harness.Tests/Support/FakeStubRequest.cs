using System.Text;
using Harness.Stubs.Requests;

namespace Harness.Tests.Support;

/// <summary>A call to match stub mappings with.</summary>
internal sealed class FakeStubRequest(string method, string target, string body = "", params (string Name, string Value)[] headers) : IStubRequest
{
    public string Method => method;

    public string Scheme => "https";

    public string Host { get; init; } = "portal.example.com";

    public string RawPath => target.Split('?', 2)[0];

    public string QueryString => target.Contains('?') ? "?" + target.Split('?', 2)[1] : "";

    public IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Headers => headers
        .GroupBy(h => h.Name, h => h.Value, StringComparer.OrdinalIgnoreCase)
        .Select(g => KeyValuePair.Create(g.Key, (IReadOnlyList<string>)[.. g]));

    public ReadOnlyMemory<byte> Body => Encoding.UTF8.GetBytes(body);

    public IReadOnlyList<string> Header(string name) => [.. headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value)];
}
