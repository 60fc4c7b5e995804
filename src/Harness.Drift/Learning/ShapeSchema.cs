using System.Text.Json.Nodes;
using Harness.Drift.Inference;

namespace Harness.Drift.Learning;

/// <summary>Says in OpenAPI's words what a shape has seen.</summary>
/// <param name="trust">Places whose looks deceive; all others are trusted.</param>
internal sealed class ShapeSchema(IReadOnlyDictionary<ShapeNode, SchemaTrust> trust)
{
    // Deeper than any answer a person would describe.
    private const int Deepest = 16;

    // One object cannot tell what is always there.
    private const long EnoughObjects = 2;

    public JsonObject Of(ShapeNode node) => Of(node, "", SchemaTrust.Everything, 0);

    private JsonObject Of(ShapeNode node, string name, SchemaTrust above, int depth)
    {
        SchemaTrust own = trust.GetValueOrDefault(node, SchemaTrust.Everything) is var said && said < above ? said : above;
        if (own == SchemaTrust.Nothing || depth > Deepest)
        {
            return [];
        }

        JsonObject[] kinds = [.. Kinds(node, name, own, depth)];
        JsonObject schema = kinds switch
        {
            [] => [],
            [var only] => only,
            _ => new JsonObject { ["oneOf"] = new JsonArray([.. kinds]) },
        };
        if (node[Tally.Null] > 0)
        {
            schema.Insert(Math.Min(1, kinds.Length == 1 ? schema.Count : 0), "nullable", true);
        }

        return schema;
    }

    private IEnumerable<JsonObject> Kinds(ShapeNode node, string name, SchemaTrust own, int depth)
    {
        if (node[Tally.Boolean] > 0)
        {
            yield return new JsonObject { ["type"] = "boolean" };
        }

        if (node[Tally.Integer] + node[Tally.Fraction] > 0)
        {
            yield return new JsonObject { ["type"] = node[Tally.Fraction] > 0 ? "number" : "integer" };
        }

        if (node[Tally.String] > 0)
        {
            yield return own == SchemaTrust.Everything ? TextSchema.Of(node, name) : new JsonObject { ["type"] = "string" };
        }

        if (node[Tally.Array] > 0)
        {
            yield return new JsonObject { ["type"] = "array", ["items"] = node.Items is { } items ? Of(items, name, own, depth + 1) : [] };
        }

        if (node[Tally.Object] > 0)
        {
            yield return Object(node, own, depth);
        }
    }

    private JsonObject Object(ShapeNode node, SchemaTrust own, int depth)
    {
        var schema = new JsonObject { ["type"] = "object" };
        string[] always = [.. node.Members.Where(m => m.Node.Occurrences == node[Tally.Object]).Select(m => m.Name)];
        if (always.Length > 0 && own == SchemaTrust.Everything && node[Tally.Object] >= EnoughObjects)
        {
            schema["required"] = new JsonArray([.. always.Select(n => (JsonNode)n)]);
        }

        if (node.Members.Count > 0)
        {
            schema["properties"] = new JsonObject(node.Members.Select(m => KeyValuePair.Create<string, JsonNode?>(m.Name, Of(m.Node, m.Name, own, depth + 1))));
        }

        if (node.MapValues is { } values)
        {
            schema["additionalProperties"] = Of(values, "", own, depth + 1);
        }

        return schema;
    }
}
