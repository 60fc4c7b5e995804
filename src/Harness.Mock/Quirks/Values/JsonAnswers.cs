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

    /// <summary>JSON that a caller sent, read to its last text: what cannot be read, names a member twice or holds half a character is none.</summary>
    public static JsonNode? ReadStrictly(ReadOnlySpan<byte> json)
    {
        try
        {
            return Copy(JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
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

    public static Reply Give(JsonNode? body, QuirkDeclaration declaration, string because, string stage = Stages.Quirk, string? fix = null) => new(
        200, new Decision(stage, "served", because, fix, declaration.Evidence, declaration.Source))
    {
        Body = Write(body),
        ContentType = MediaType,
    };

    public static Decision Known(Decision decision, QuirkDeclaration declaration) =>
        decision with { Evidence = declaration.Evidence, Source = declaration.Source.Length > 0 ? declaration.Source : null };

    // Nodes read their texts when they are asked for them, and would fail then.
    private static JsonNode? Copy(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Copy(m.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Copy)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonValue.Create(value.GetValue<string>()),
        _ => node?.DeepClone(),
    };
}
