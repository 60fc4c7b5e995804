using System.Text.Json.Nodes;

namespace Harness.Tests.Support;

/// <summary>What the control API said a client must send; tests take parts away or spoil them.</summary>
internal sealed class PortalSession(JsonObject document)
{
    public JsonObject Document { get; } = document;

    public Dictionary<string, string> Cookies { get; } = Texts(document["cookies"]);

    public Dictionary<string, string> Headers { get; } = Texts(document["headers"]);

    public Dictionary<string, string> WriteHeaders { get; } = Texts(document["writeHeaders"]);

    public Dictionary<string, string> Query { get; } = Texts(document["query"]);

    public string BaseUrl => (string)Document["baseUrl"]!;

    public DateTimeOffset ExpiresAt => (DateTimeOffset)Document["expiresAt"]!;

    public void Put(HttpRequestMessage request)
    {
        IEnumerable<KeyValuePair<string, string>> headers = request.Method == HttpMethod.Get || request.Method == HttpMethod.Head ? Headers : Headers.Concat(WriteHeaders);
        foreach (KeyValuePair<string, string> header in headers)
        {
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if (Cookies.Count > 0)
        {
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        }
    }

    private static Dictionary<string, string> Texts(JsonNode? node) =>
        ((JsonObject)node!).ToDictionary(m => m.Key, m => (string)m.Value!, StringComparer.OrdinalIgnoreCase);
}
