using System.Text;
using System.Text.Json.Nodes;

namespace Harness.Tests.Support;

/// <summary>One row of the control API's list of operations: what it is, and a call that succeeds.</summary>
internal sealed class OperationRow(JsonObject row)
{
    public string Family { get; } = (string)row["family"]!;

    public string Method { get; } = (string)row["method"]!;

    /// <summary>The full template.</summary>
    public string Path { get; } = (string)row["path"]!;

    /// <summary>The same where the contract repeats the server's prefix and the portal does not.</summary>
    public string PortalPath => Path.Replace("/apiproxy/apiproxy/", "/apiproxy/", StringComparison.OrdinalIgnoreCase);

    public string Source { get; } = (string)row["source"]!;

    public IReadOnlyList<string> Hosts { get; } = [.. ((JsonArray)row["hosts"]!).Select(h => (string)h!)];

    /// <summary>Concrete, as the example calls it.</summary>
    public string Host { get; } = (string)row["example"]!["host"]!;

    /// <summary>Concrete and percent-encoded.</summary>
    public string ExamplePath { get; } = (string)row["example"]!["path"]!;

    public IReadOnlyDictionary<string, string> Query { get; } =
        ((JsonObject)row["example"]!["query"]!).ToDictionary(q => q.Key, q => (string)q.Value!, StringComparer.OrdinalIgnoreCase);

    public string? ContentType { get; } = (string?)row["example"]!["contentType"];

    public byte[]? Body { get; } = Bytes(row["example"]!["body"], (string?)row["example"]!["contentType"]);

    /// <summary>A copy to change; null when the example has no JSON body.</summary>
    public JsonNode? JsonBody => ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true && Body is not null ? JsonNode.Parse(Body) : null;

    /// <summary>As the journal names it.</summary>
    public string Name => $"{Method} {Path}";

    public override string ToString() => $"{Family} {Name} on {Host}";

    /// <summary>Host, path and query in the path form, with what a session puts into the query.</summary>
    public string Target(IReadOnlyDictionary<string, string>? more = null) => $"{Host}{PathAndQuery(more)}";

    /// <param name="more">Comes before what the example itself has.</param>
    public string PathAndQuery(IReadOnlyDictionary<string, string>? more = null)
    {
        IEnumerable<string> parameters = (more ?? new Dictionary<string, string>()).Concat(Query).DistinctBy(q => q.Key, StringComparer.OrdinalIgnoreCase)
            .Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value)}");
        string query = string.Join('&', parameters);
        return query.Length == 0 ? ExamplePath : $"{ExamplePath}?{query}";
    }

    public void PutBody(HttpRequestMessage request)
    {
        if (Body is not null)
        {
            request.Content = new ByteArrayContent(Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }
    }

    // A JSON body stands in the list as JSON, another as text.
    private static byte[]? Bytes(JsonNode? body, string? contentType) => body switch
    {
        null => null,
        JsonValue value when contentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true => Encoding.UTF8.GetBytes((string)value!),
        _ => Encoding.UTF8.GetBytes(body.ToJsonString()),
    };
}
