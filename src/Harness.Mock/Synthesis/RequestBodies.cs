using System.Text;
using System.Text.Json;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;

namespace Harness.Mock.Synthesis;

/// <summary>Writes a body that an operation accepts.</summary>
internal static class RequestBodies
{
    private const string Boundary = "harness-part";

    public static (string? ContentType, string? Body) Write(OperationRequestBody declared, AnswerContext context, PlanCache plans)
    {
        if (declared.Content.Count == 0)
        {
            return (null, null);
        }

        MediaContent content = MediaTypes.Choose(declared.Content, null);
        string json = Encoding.UTF8.GetString(DocumentWriter.Write(context, plans.Of(content.Schema ?? Schema.Anything)));
        if (MediaTypes.IsJson(content.MediaType))
        {
            return (MediaTypes.Is(content.MediaType, "*/*") ? "application/json" : content.MediaType, json);
        }

        using JsonDocument document = JsonDocument.Parse(json);
        return MediaTypes.Is(content.MediaType, "application/x-www-form-urlencoded") ? (content.MediaType, Form(document.RootElement))
            : MediaTypes.Is(content.MediaType, "multipart/form-data") ? ($"{content.MediaType}; boundary={Boundary}", Multipart(document.RootElement))
            : (content.MediaType, Text(document.RootElement));
    }

    // Observed: a form body that is one nameless value, "=https://...".
    private static string Form(JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? string.Join('&', value.EnumerateObject().Select(p => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(Text(p.Value))}"))
        : "=" + Uri.EscapeDataString(Text(value));

    private static string Multipart(JsonElement value)
    {
        StringBuilder body = new();
        IEnumerable<(string Name, string Text)> parts = value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject().Select(p => (p.Name, Text(p.Value)))
            : [("file", Text(value))];
        foreach ((string name, string text) in parts)
        {
            body.Append($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n");
        }

        return body.Append($"--{Boundary}--\r\n").ToString();
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
