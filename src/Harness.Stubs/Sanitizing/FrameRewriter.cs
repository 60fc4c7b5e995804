using System.Text.Json;
using Harness.Stubs.Sanitizing.Rules;

namespace Harness.Stubs.Sanitizing;

/// <summary>Cleans the messages of a web socket: text like a body, bytes not at all.</summary>
internal sealed class FrameRewriter(Scrubber scrubber, EntrySink sink)
{
    private const string LeftOut = "bGVmdCBvdXQgYnkgdGhlIHNhbml0aXplcg==";

    public void Rewrite(JsonElement frames)
    {
        sink.StartArray();
        foreach (JsonElement frame in frames.EnumerateArray())
        {
            if (frame.ValueKind == JsonValueKind.Object)
            {
                Frame(frame);
            }
            else
            {
                sink.AnyJson(frame);
            }
        }

        sink.EndArray();
    }

    private void Frame(JsonElement frame)
    {
        bool isBinary = frame.TryGetProperty("opcode", out JsonElement opcode) && opcode.ValueKind == JsonValueKind.Number && opcode.TryGetInt32(out int code) && code == 2;
        sink.StartObject();
        foreach (JsonProperty member in frame.EnumerateObject())
        {
            string name = JsonText.NameOf(member);
            sink.Name(name);
            if (name != "type" && JsonText.Of(member.Value) is { } text)
            {
                sink.Text(isBinary && name == "data" ? Binary(text) : scrubber.Text(text, Field.Plain));
            }
            else
            {
                sink.AnyJson(member.Value);
            }
        }

        sink.EndObject();
    }

    private string Binary(string data)
    {
        if (!scrubber.Has(BinaryFrameRule.Name))
        {
            return data;
        }

        scrubber.Report.Count(BinaryFrameRule.Name);
        return LeftOut;
    }
}
