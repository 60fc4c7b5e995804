using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Contracts.OpenApi;
using Microsoft.OpenApi;

namespace Harness.Contracts.Schemas;

/// <summary>The facts of a schema that do not lead to other schemas.</summary>
internal static class SchemaKeywords
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonTypes Types(IOpenApiSchema source)
    {
        JsonSchemaType type = source.Type ?? default;
        JsonTypes marked = ExtensionText.Read(source.Extensions, ElementProjector.NullableMark) is null ? JsonTypes.None : JsonTypes.Null;
        return marked
            | Flag(type, JsonSchemaType.Null, JsonTypes.Null)
            | Flag(type, JsonSchemaType.Boolean, JsonTypes.Boolean)
            | Flag(type, JsonSchemaType.Integer, JsonTypes.Integer)
            | Flag(type, JsonSchemaType.Number, JsonTypes.Number)
            | Flag(type, JsonSchemaType.String, JsonTypes.String)
            | Flag(type, JsonSchemaType.Array, JsonTypes.Array)
            | Flag(type, JsonSchemaType.Object, JsonTypes.Object);
    }

    /// <summary>Whether a schema of map values restricts them; <c>{}</c> does not.</summary>
    public static bool SaysSomething(IOpenApiSchema values) =>
        values is OpenApiSchemaReference || values.Type is not null || values.AllOf is { Count: > 0 } || values.Properties is { Count: > 0 }
        || values.Items is not null || values.Format is not null || !SchemaMerger.AddsNothing(values);

    public static void Copy(IOpenApiSchema source, Schema target)
    {
        target.Format = source.Format?.ToLowerInvariant() ?? target.Format;
        target.Pattern = source.Pattern ?? target.Pattern;
        target.Discriminator = source.Discriminator?.PropertyName ?? target.Discriminator;
        target.MinLength = source.MinLength ?? target.MinLength;
        target.MaxLength = source.MaxLength ?? target.MaxLength;
        target.MinItems = source.MinItems ?? target.MinItems;
        target.MaxItems = source.MaxItems ?? target.MaxItems;
        target.UniqueItems |= source.UniqueItems == true;
        target.ReadOnly |= source.ReadOnly;
        target.WriteOnly |= source.WriteOnly;
        target.ExclusiveMinimum |= source.ExclusiveMinimum is not null;
        target.ExclusiveMaximum |= source.ExclusiveMaximum is not null;
        target.Minimum = Number(source.ExclusiveMinimum ?? source.Minimum) ?? target.Minimum;
        target.Maximum = Number(source.ExclusiveMaximum ?? source.Maximum) ?? target.Maximum;
        if (source.Enum is { Count: > 0 } values)
        {
            bool onlyText = (source.Type & ~JsonSchemaType.Null) == JsonSchemaType.String;
            target.Enum = [.. values.Select(v => Text(v, onlyText)).Distinct(StringComparer.Ordinal)];
        }
        else if (source.Const is { } value)
        {
            target.Enum = [JsonValue.Create(value).ToJsonString(Compact)];
        }
    }

    private static JsonTypes Flag(JsonSchemaType types, JsonSchemaType one, JsonTypes ours) => (types & one) == one ? ours : JsonTypes.None;

    // A number too large for a decimal bounds nothing that a portal sends.
    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    private static string Text(JsonNode? value, bool onlyText)
    {
        if (value is null || value.IsJsonNullSentinel())
        {
            return "null";
        }

        string json = value.ToJsonString(Compact);

        // YAML reads an unquoted 5 as a number although the schema says "type: string".
        return onlyText && value.GetValueKind() is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? $"\"{json}\"" : json;
    }
}
