using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Contracts.Families;
using Harness.Mock.Exchanges;

namespace Harness.Mock.Quirks.Values;

/// <summary>Reads and writes the JSON of replies that quirks change or give.</summary>
internal static class JsonAnswers
{
    public const string MediaType = "application/json; charset=utf-8";

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool IsJson(Reply reply) => reply.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Null when the reply has no JSON body.</summary>
    public static JsonNode? Read(Reply reply)
    {
        if (!IsJson(reply) || reply.Body.IsEmpty)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(reply.Body.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static ReadOnlyMemory<byte> Write(JsonNode? node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
        {
            if (node is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                node.WriteTo(writer);
            }
        }

        return buffer.WrittenMemory;
    }

    /// <summary>The same reply with another body; its decision says where the quirk is known from.</summary>
    public static Reply Replace(Reply reply, JsonNode? body, QuirkDeclaration declaration) => reply with
    {
        Body = Write(body),
        ContentType = IsJson(reply) ? reply.ContentType : MediaType,
        Decision = Known(reply.Decision, declaration),
    };

    public static Reply Give(JsonNode? body, QuirkDeclaration declaration, string because) => new(
        200, new Decision(Stages.Quirk, "served", because, null, declaration.Evidence, declaration.Source))
    {
        Body = Write(body),
        ContentType = MediaType,
    };

    public static Decision Known(Decision decision, QuirkDeclaration declaration) =>
        decision with { Evidence = declaration.Evidence, Source = declaration.Source.Length > 0 ? declaration.Source : null };
}
