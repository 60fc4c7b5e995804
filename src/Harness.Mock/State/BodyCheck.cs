using System.Text.Json;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;
using Harness.Mock.Exchanges;
using Harness.Mock.Synthesis;

namespace Harness.Mock.State;

/// <summary>Holds the body of a write against the contract.</summary>
internal static class BodyCheck
{
    /// <summary>What is wrong with it, in one sentence; null when the portal would take it, or when the contract does not say.</summary>
    public static string? Find(Exchange exchange, Operation operation)
    {
        if (operation.RequestBody is not { Content.Count: > 0 } declared || Declared(exchange, declared) is not { Schema: { IsPlaceholder: false } schema })
        {
            return null;
        }

        if (exchange.Body.IsEmpty)
        {
            return declared.Required ? "The body is missing, and the contract requires one." : null;
        }

        IReadOnlyList<SchemaViolation> violations = SchemaValidator.Validate(schema, exchange.Body, ValidationOptions.Request);

        // A patch names what changes and no more.
        SchemaViolation? first = violations.FirstOrDefault(v => exchange.Method != "PATCH" || !v.What.StartsWith("lacks", StringComparison.Ordinal));
        return first is null ? null : $"The body breaks the contract: {(first.Pointer.Length == 0 ? "it" : first.Pointer)} {first.What}.";
    }

    /// <summary>The body as JSON; undefined when it is none.</summary>
    public static JsonElement Read(Exchange exchange)
    {
        if (exchange.Body.IsEmpty)
        {
            return default;
        }

        var reader = new Utf8JsonReader(exchange.Body.Span);
        try
        {
            return JsonElement.TryParseValue(ref reader, out JsonElement? body) ? body.Value : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    // Another media type than JSON is not looked into: forms and files have no schema that says much.
    private static MediaContent? Declared(Exchange exchange, OperationRequestBody body)
    {
        string? sent = exchange.Header("Content-Type");
        MediaContent? json = body.Content.FirstOrDefault(c => MediaTypes.IsJson(c.MediaType));
        return json is null || (sent is { Length: > 0 } && !MediaTypes.IsJson(sent.Split(';')[0].Trim()) && !exchange.Body.IsEmpty) ? null : json;
    }
}
