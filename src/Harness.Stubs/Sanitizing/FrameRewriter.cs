using System.Text.Json.Nodes;
using Harness.Stubs.Sanitizing.Rules;

namespace Harness.Stubs.Sanitizing;

/// <summary>Cleans the messages of a web socket: text like a body, bytes not at all.</summary>
internal sealed class FrameRewriter(Scrubber scrubber)
{
    private const string LeftOut = "bGVmdCBvdXQgYnkgdGhlIHNhbml0aXplcg==";

    public void Rewrite(JsonArray frames)
    {
        foreach (JsonObject frame in frames.OfType<JsonObject>())
        {
            foreach (string name in frame.Select(m => m.Key).ToArray())
            {
                if (JsonText.Of(frame[name]) is { } text && name != "type")
                {
                    bool isBinary = name == "data" && frame["opcode"] is JsonValue opcode && opcode.ToJsonString() == "2";
                    JsonText.Set(frame, name, text, isBinary ? Binary(text) : scrubber.Text(text, Field.Plain));
                }
            }
        }
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
