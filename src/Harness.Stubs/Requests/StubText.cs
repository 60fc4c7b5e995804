using System.Text.Json;
using System.Text.Json.Nodes;
using Newtonsoft.Json.Linq;

namespace Harness.Stubs.Requests;

/// <summary>A text that matchers look at: a path, a header's value, a body. It is read as JSON at most once.</summary>
public sealed class StubText
{
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 128 };

    private readonly Lazy<JsonDocumentOrNothing> _json;
    private readonly Lazy<JToken?> _token;

    public StubText(string text)
    {
        Text = text;
        _json = new Lazy<JsonDocumentOrNothing>(Parse);
        _token = new Lazy<JToken?>(() => IsJson ? JsonTokens.Parse(Text) : null);
    }

    public string Text { get; }

    public bool IsJson => _json.Value.IsJson;

    /// <summary>Null for JSON's null too; ask <see cref="IsJson"/>.</summary>
    public JsonNode? Json => _json.Value.Node;

    /// <summary>The same for JSONPath; null when the text is no JSON.</summary>
    internal JToken? Token => _token.Value;

    private JsonDocumentOrNothing Parse()
    {
        try
        {
            return new JsonDocumentOrNothing(true, JsonNode.Parse(Text, documentOptions: Lenient));
        }
        catch (JsonException)
        {
            return new JsonDocumentOrNothing(false, null);
        }
    }

    private sealed record JsonDocumentOrNothing(bool IsJson, JsonNode? Node);
}
