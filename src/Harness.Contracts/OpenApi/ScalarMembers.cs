using System.Text.Json.Nodes;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.OpenApi;

/// <summary>Turns the plain values of a YAML document into JSON, each in the form that its place asks for.</summary>
internal static class ScalarMembers
{
    /// <summary>Null when the node is not of that form.</summary>
    public static JsonNode? Read(MemberForm form, LocatedNode node) => form switch
    {
        MemberForm.Text => IsScalar(node) ? JsonValue.Create(node.Value) : null,
        MemberForm.Boolean => Boolean(node),
        MemberForm.Number => Number(node),
        MemberForm.BooleanOrNumber => (JsonNode?)Boolean(node) ?? Number(node),
        MemberForm.TextOrTexts => IsText(node) ? JsonValue.Create(node.Value) : Texts(node),
        MemberForm.Texts => Texts(node),
        MemberForm.Values => node.Kind == YamlKind.Sequence ? Any(node) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "no plain value"),
    };

    public static string Describe(MemberForm form) => form switch
    {
        MemberForm.Text => "text",
        MemberForm.Boolean => "true or false",
        MemberForm.Number => "a number",
        MemberForm.BooleanOrNumber => "true, false or a number",
        MemberForm.Elements or MemberForm.Texts or MemberForm.Values => "a list",
        MemberForm.TextOrTexts => "text, or a list of texts",
        MemberForm.ElementOrBoolean => "a mapping, true or false",
        _ => "a mapping",
    };

    private static bool IsScalar(LocatedNode node) => node.Kind is YamlKind.Text or YamlKind.Number or YamlKind.Boolean;

    private static bool IsText(LocatedNode node) => node.Kind == YamlKind.Text;

    private static JsonValue? Boolean(LocatedNode node) => node.Kind == YamlKind.Boolean ? JsonValue.Create(IsTrue(node)) : null;

    private static JsonNode? Number(LocatedNode node) => node.Kind == YamlKind.Number ? JsonNode.Parse(node.Value) : null;

    private static bool IsTrue(LocatedNode node) => node.Value.StartsWith('t') || node.Value.StartsWith('T');

    private static JsonArray? Texts(LocatedNode node)
    {
        if (node.Kind != YamlKind.Sequence || !node.Items.All(i => IsScalar(i) || i.Kind == YamlKind.Null))
        {
            return null;
        }

        var texts = new JsonArray();
        foreach (LocatedNode item in node.Items)
        {
            texts.Add((JsonNode)JsonValue.Create(item.Kind == YamlKind.Null ? "null" : item.Value));
        }

        return texts;
    }

    // Only lists of enum values come here: they are short, and the YAML reader bounds their depth.
    private static JsonNode? Any(LocatedNode node)
    {
        switch (node.Kind)
        {
            case YamlKind.Null:
                return null;
            case YamlKind.Boolean:
                return JsonValue.Create(IsTrue(node));
            case YamlKind.Number:
                return JsonNode.Parse(node.Value);
            case YamlKind.Text:
                return JsonValue.Create(node.Value);
            case YamlKind.Sequence:
                return new JsonArray([.. node.Items.Select(Any)]);
            default:
                return new JsonObject(node.Entries.Select(e => new KeyValuePair<string, JsonNode?>(e.Key, Any(e.Value))));
        }
    }
}
