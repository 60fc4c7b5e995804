using System.Text.Json;

namespace Harness.Contracts.Schemas;

/// <summary>Holds a JSON document against a schema and says where it breaks it.</summary>
public static class SchemaValidator
{
    public static IReadOnlyList<SchemaViolation> Validate(Schema schema, JsonElement document, ValidationOptions? options = null)
    {
        ValidationRun run = new(options ?? ValidationOptions.Answer);
        run.Check(schema, document, default);
        return run.Violations;
    }

    /// <summary>The same for bytes that may be no JSON at all, which is then the only violation.</summary>
    public static IReadOnlyList<SchemaViolation> Validate(Schema schema, ReadOnlyMemory<byte> utf8, ValidationOptions? options = null)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(utf8);
        }
        catch (JsonException e)
        {
            return [new SchemaViolation("", $"is no JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1})")];
        }

        using (document)
        {
            return Validate(schema, document.RootElement, options);
        }
    }

    public static bool IsValid(Schema schema, JsonElement document, ValidationOptions? options = null) =>
        Validate(schema, document, (options ?? ValidationOptions.Answer) with { MaxViolations = 1 }).Count == 0;

    public static bool IsValid(Schema schema, ReadOnlyMemory<byte> utf8, ValidationOptions? options = null) =>
        Validate(schema, utf8, (options ?? ValidationOptions.Answer) with { MaxViolations = 1 }).Count == 0;

    /// <summary>Whether a value that stands as plain text in a path or query is one the schema allows.</summary>
    public static bool AcceptsText(Schema schema, string text)
    {
        if (schema.Types == JsonTypes.None || schema.Types.HasFlag(JsonTypes.String))
        {
            using JsonDocument quoted = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(text));
            if (IsValid(schema, quoted.RootElement))
            {
                return true;
            }
        }

        return (schema.Types & (JsonTypes.Integer | JsonTypes.Number | JsonTypes.Boolean)) != JsonTypes.None
            && IsValid(schema, System.Text.Encoding.UTF8.GetBytes(text));
    }
}
