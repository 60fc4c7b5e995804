using System.Text.Json.Nodes;
using Harness.Contracts.Schemas;

namespace Harness.Drift.ContractDiff;

/// <summary>Says what a schema is in one short text: <c>string(uuid)?</c>, <c>object{}</c> for one that names nothing.</summary>
internal static class SchemaWords
{
    private static readonly JsonTypes[] Types = [JsonTypes.Boolean, JsonTypes.Integer, JsonTypes.Number, JsonTypes.String, JsonTypes.Array, JsonTypes.Object];

    /// <summary>An object, a list or anything at all, and no word about what is in it.</summary>
    public static bool IsOpaque(Schema schema) =>
        (schema.Types & ~(JsonTypes.Null | JsonTypes.Object | JsonTypes.Array)) == JsonTypes.None
        && schema.Properties.Count == 0 && schema.Items is null && schema.MapValues is null && schema.Enum.Count == 0
        && schema.OneOf.Count == 0 && schema.AnyOf.Count == 0;

    public static string Describe(Schema schema)
    {
        string type = Type(schema.Types) ?? "any";
        string format = schema.Format is null ? "" : $"({schema.Format})";
        return $"{type}{format}{(schema.AllowsNull ? "?" : "")}{(IsOpaque(schema) ? "{}" : "")}";
    }

    public static string? Type(JsonTypes types)
    {
        string[] said = [.. Types.Where(t => types.HasFlag(t)).Select(t => t.ToString().ToLowerInvariant())];
        return said.Length == 0 ? null : string.Join('|', said);
    }

    /// <summary>Null when every value is allowed.</summary>
    public static JsonArray? Values(Schema schema) => schema.Enum.Count == 0 ? null : new JsonArray([.. schema.Enum.Select(v => JsonNode.Parse(v))]);
}
