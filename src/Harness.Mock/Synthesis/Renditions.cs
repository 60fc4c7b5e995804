using System.Text;
using System.Text.Json;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>Turns a made-up value into the media type that the contract declares.</summary>
internal static class Renditions
{
    public static string ContentTypeOf(AnswerPlan answer) => MediaTypes.Is(answer.Content.MediaType, "*/*") ? "application/json" : answer.Content.MediaType;

    public static byte[] Write(AnswerContext context, AnswerPlan answer)
    {
        string mediaType = answer.Content.MediaType;
        if (MediaTypes.IsJson(mediaType))
        {
            return DocumentWriter.Write(context, answer.Value);
        }

        return MediaTypes.Is(mediaType, "text/csv") ? CsvRendition.Write(context, answer)
            : MediaTypes.Is(mediaType, "text/html") ? Html(context, answer)
            : mediaType.EndsWith("/xml", StringComparison.OrdinalIgnoreCase) || mediaType.EndsWith("+xml", StringComparison.OrdinalIgnoreCase) ? Xml(context)
            : mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8.GetBytes(Text(context, answer))
            : Bytes(context);
    }

    /// <summary>A scalar as plain text; anything else as JSON.</summary>
    public static string Text(AnswerContext context, AnswerPlan answer)
    {
        if (answer.Value.Kind == ValueKind.Placeholder)
        {
            return WorldText.Words(context.Root.Seed);
        }

        using JsonDocument document = JsonDocument.Parse(DocumentWriter.Write(context, answer.Value));
        return document.RootElement.ValueKind == JsonValueKind.String ? document.RootElement.GetString()! : document.RootElement.GetRawText();
    }

    private static byte[] Html(AnswerContext context, AnswerPlan answer)
    {
        string text = System.Net.WebUtility.HtmlEncode(Text(context, answer));
        string title = System.Net.WebUtility.HtmlEncode(context.World.Tenant.DisplayName);
        return Encoding.UTF8.GetBytes($"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title></head><body>{text}</body></html>");
    }

    private static byte[] Xml(AnswerContext context) =>
        Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?><root id=\"{StableHash.Guid(context.Root.Seed):D}\" />");

    private static byte[] Bytes(AnswerContext context)
    {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)StableHash.Mix(context.Root.Seed, (ulong)i);
        }

        return bytes;
    }
}
