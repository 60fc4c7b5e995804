using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Harness.Identity.Replies;

/// <summary>JSON answers, written member by member: their order is that of the recorded answers.</summary>
internal static class JsonBody
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static LoginReply Reply(int status, string outcome, ReplyKind kind, Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return new LoginReply(status, outcome) { Kind = kind, ContentType = "application/json; charset=utf-8", Body = buffer.WrittenMemory };
    }

    public static void Texts(this Utf8JsonWriter writer, string name, params IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (string value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
