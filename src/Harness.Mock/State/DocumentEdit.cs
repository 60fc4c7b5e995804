using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Contracts.Schemas;
using Harness.Mock.Synthesis;

namespace Harness.Mock.State;

/// <summary>Puts what writes have given into a made-up document, as far as its contract has a place for it.</summary>
internal static class DocumentEdit
{
    private static readonly string[] Wrappers = ["d", "value", "data", "result", "results", "body", "response", "ResultData"];

    /// <summary>Overlays the thing that a detail is about: the document itself, or what its envelope holds.</summary>
    public static void Detail(JsonNode? document, Schema schema, Overlay overlay)
    {
        if (document is not JsonObject root)
        {
            return;
        }

        if (!overlay.Properties.Keys.Any(name => Declared(schema, name) is not null))
        {
            foreach (string wrapper in Wrappers)
            {
                if (root[wrapper] is JsonObject inner && schema.FindProperty(wrapper) is { Schema.Properties.Count: > 0 } declared)
                {
                    Apply(inner, declared.Schema, overlay);
                    return;
                }
            }
        }

        Apply(root, schema, overlay);
    }

    public static void Apply(JsonObject target, Schema schema, Overlay overlay)
    {
        foreach ((string name, JsonElement value) in overlay.Properties)
        {
            SchemaProperty? declared = Declared(schema, name);
            if (declared is null && schema.Properties.Count > 0)
            {
                continue;
            }

            string shown = declared?.Name ?? name;
            JsonElement merged = target[shown] is JsonObject known ? Overlay.Merge(JsonSerializer.SerializeToElement(known), value) : value;
            if (declared is null || (!declared.Schema.WriteOnly && SchemaValidator.IsValid(declared.Schema, merged)))
            {
                target[shown] = JsonSerializer.SerializeToNode(merged);
            }
        }
    }

    /// <summary>The array that the document's main list stands in; null when the document lacks it.</summary>
    public static JsonArray? MainList(JsonNode? document, CollectionShape shape)
    {
        JsonNode? node = document;
        foreach (string name in shape.Path)
        {
            node = (node as JsonObject)?[name];
        }

        return node as JsonArray;
    }

    private static SchemaProperty? Declared(Schema schema, string name) =>
        schema.FindProperty(name) ?? schema.Properties.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));
}
