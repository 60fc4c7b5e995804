using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HandlebarsDotNet;
using Harness.Stubs.Mappings;
using Harness.Stubs.Requests;
using Harness.Stubs.Templating;

namespace Harness.Stubs;

/// <summary>Makes a mapping's reply to a call: fills templates, chooses the delay.</summary>
/// <param name="clock">What templates call now.</param>
/// <param name="seed">The same seed gives the same delays in the same order.</param>
public sealed class StubResponder(TimeProvider clock, long seed)
{
    // The server frames its answers itself; a recorded length or encoding would contradict it.
    private static readonly HashSet<string> Framing = new(StringComparer.OrdinalIgnoreCase) { "Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive", "Content-Type" };

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true };

    private readonly Lazy<TemplateEngine> _templates = new(() => new TemplateEngine(clock));
    private readonly Lock _lock = new();
    private readonly Random _delays = new(HashCodeOf(seed));

    /// <exception cref="StubTemplateException">A template cannot be filled for this call.</exception>
    public StubAnswer Answer(StubMapping mapping, StubCall call)
    {
        ResponseDefinition response = mapping.Response;
        Dictionary<string, object?>? model = response.IsTemplate ? TemplateModel.Of(call) : null;
        try
        {
            return new StubAnswer(response.Status, ContentType(response, model), [.. Headers(response, model)], Body(response, model), Delay(response.Delay));
        }
        catch (HandlebarsException exception)
        {
            throw new StubTemplateException(exception.Message.Split('\n')[0].Trim(), exception);
        }
    }

    private static int HashCodeOf(long seed) => unchecked((int)(seed ^ (seed >> 32)));

    private string? ContentType(ResponseDefinition response, Dictionary<string, object?>? model)
    {
        foreach (KeyValuePair<string, IReadOnlyList<string>> header in response.Headers)
        {
            if (header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && header.Value.Count > 0)
            {
                return HeaderValue(header.Value[0], model);
            }
        }

        return response.Body?.Json is null ? null : "application/json";
    }

    private IEnumerable<KeyValuePair<string, string>> Headers(ResponseDefinition response, Dictionary<string, object?>? model) =>
        from header in response.Headers
        where !Framing.Contains(header.Key)
        from value in header.Value
        select KeyValuePair.Create(header.Key, HeaderValue(value, model));

    // What a request brings into a header must not end it.
    private string HeaderValue(string value, Dictionary<string, object?>? model) => Fill(value, model).ReplaceLineEndings(" ");

    private ReadOnlyMemory<byte> Body(ResponseDefinition response, Dictionary<string, object?>? model)
    {
        if (response.Body is not { } body)
        {
            return default;
        }

        if (body.Bytes is { } bytes)
        {
            return bytes;
        }

        if (body.Text is { } text)
        {
            return Encoding.UTF8.GetBytes(Fill(text, model));
        }

        JsonNode? json = model is null ? body.Json : _templates.Value.Fill(body.Json, model, response.ConvertsValues);
        return Encoding.UTF8.GetBytes(json?.ToJsonString(body.IsIndented ? Indented : Compact) ?? "null");
    }

    private string Fill(string text, Dictionary<string, object?>? model) => model is null ? text : _templates.Value.Fill(text, model);

    private TimeSpan Delay(StubDelay delay)
    {
        if (delay.IsFixed)
        {
            return delay.Least;
        }

        lock (_lock)
        {
            return delay.Least + ((delay.Most - delay.Least) * _delays.NextDouble());
        }
    }
}
