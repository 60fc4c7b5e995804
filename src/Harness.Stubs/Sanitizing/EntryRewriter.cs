using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Harness.Stubs.Har;
using Harness.Stubs.Sanitizing.Rules;

namespace Harness.Stubs.Sanitizing;

/// <summary>Cleans one entry of a HAR, member by member; a member that nobody here knows is cleaned as JSON of any kind.</summary>
internal sealed class EntryRewriter
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal) { "startedDateTime", "time", "timings", "cache", "pageref", "connection", "_priority", "_resourceType", "_monotonicTime", "_transferSize", "_fetchedViaServiceWorker" };
    private static readonly HashSet<string> Remarks = new(StringComparer.Ordinal) { "serverIPAddress", "_serverPort", "_initiator", "_initiators", "comment", "_securityDetails", "_frameref" };
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = HarJson.MaxDepth };

    private readonly Scrubber _scrubber;
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly EntrySink _sink;
    private readonly FieldRewriter _fields;
    private readonly ContentRewriter _contents;
    private readonly FrameRewriter _frames;

    public EntryRewriter(Scrubber scrubber)
    {
        _scrubber = scrubber;
        _sink = new EntrySink(new Utf8JsonWriter(_output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }), scrubber);
        _fields = new FieldRewriter(scrubber, _sink);
        _contents = new ContentRewriter(scrubber, _sink, _fields);
        _frames = new FrameRewriter(scrubber, _sink);
    }

    /// <summary>The entry with stand-ins; the very same bytes while what it tells is learned.</summary>
    public ReadOnlyMemory<byte> Rewrite(ReadOnlyMemory<byte> entry)
    {
        using JsonDocument document = JsonDocument.Parse(entry, Reading);
        _sink.Start();
        Entry(document.RootElement);
        if (_scrubber.IsLearning)
        {
            return entry;
        }

        _sink.Finish();
        byte[] clean = _output.WrittenSpan.ToArray();
        _output.ResetWrittenCount();
        return clean;
    }

    private void Entry(JsonElement entry)
    {
        _sink.StartObject();
        foreach (JsonProperty member in entry.EnumerateObject())
        {
            string name = JsonText.NameOf(member);
            if (Remarks.Contains(name) && _scrubber.Has(RemarkRule.Name))
            {
                _scrubber.Report.Count(RemarkRule.Name);
                continue;
            }

            _sink.Name(name);
            switch (name)
            {
                case "request" when member.Value.ValueKind == JsonValueKind.Object:
                    Request(member.Value);
                    break;
                case "response" when member.Value.ValueKind == JsonValueKind.Object:
                    Response(member.Value);
                    break;
                case "_webSocketMessages" when member.Value.ValueKind == JsonValueKind.Array:
                    _frames.Rewrite(member.Value);
                    break;
                case var _ when Kept.Contains(name) && member.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array):
                    _sink.Keep(member.Value);
                    break;
                default:
                    _sink.AnyJson(member.Value);
                    break;
            }
        }

        _sink.EndObject();
    }

    private void Request(JsonElement request)
    {
        _sink.StartObject();
        foreach (JsonProperty member in request.EnumerateObject())
        {
            string name = JsonText.NameOf(member);
            switch (name)
            {
                case "method" or "httpVersion" or "headersSize" or "bodySize" when IsShort(member.Value):
                    _sink.Named(name).Keep(member.Value);
                    break;
                case "url" when JsonText.Of(member.Value) is { } url:
                    _sink.Named(name).Text(_scrubber.Shapes(url.Length == 0 ? " " : url, new Field(FieldPlace.Path, "")).TrimStart(' '));
                    break;
                case "queryString" when member.Value.ValueKind == JsonValueKind.Array:
                    _sink.Name(name);
                    _fields.Rewrite(member.Value, FieldPlace.Query);
                    break;
                case "postData" when member.Value.ValueKind == JsonValueKind.Object:
                    _sink.Name(name);
                    _contents.Rewrite(member.Value, contentEncoding: null);
                    break;
                default:
                    Member(name, member.Value);
                    break;
            }
        }

        _sink.EndObject();
    }

    private void Response(JsonElement response)
    {
        _sink.StartObject();
        foreach (JsonProperty member in response.EnumerateObject())
        {
            string name = JsonText.NameOf(member);
            switch (name)
            {
                case "status" or "httpVersion" or "headersSize" or "bodySize" or "_transferSize" when IsShort(member.Value):
                    _sink.Named(name).Keep(member.Value);
                    break;
                case "content" when member.Value.ValueKind == JsonValueKind.Object:
                    _sink.Name(name);
                    _contents.Rewrite(member.Value, ContentEncoding(response));
                    break;
                case "redirectURL" when JsonText.Of(member.Value) is { } url:
                    _sink.Named(name).Text(_scrubber.Text(url, Field.Plain));
                    break;
                default:
                    Member(name, member.Value);
                    break;
            }
        }

        _sink.EndObject();
    }

    private void Member(string name, JsonElement value)
    {
        if (name is "headers" or "cookies" && value.ValueKind == JsonValueKind.Array)
        {
            _sink.Name(name);
            _fields.Rewrite(value, name == "headers" ? FieldPlace.Header : FieldPlace.Cookie);
        }
        else if (name != "comment" || !_scrubber.Has(RemarkRule.Name))
        {
            _sink.Named(name).AnyJson(value, LabelText.Normalize(name));
        }
    }

    private static bool IsShort(JsonElement value) => value.ValueKind != JsonValueKind.String || JsonMarshal.GetRawUtf8Value(value).Length <= 14;

    private static string? ContentEncoding(JsonElement response)
    {
        foreach (JsonElement header in HarJson.Items(response, "headers"))
        {
            if ("content-encoding".Equals(HarJson.Text(header, "name"), StringComparison.OrdinalIgnoreCase))
            {
                return HarJson.Text(header, "value");
            }
        }

        return null;
    }
}
