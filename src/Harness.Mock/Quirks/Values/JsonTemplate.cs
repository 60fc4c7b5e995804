using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Harness.Mock.Quirks.Values;

/// <summary>A setting as JSON: what is JSON stands as such, expressions in its texts filled; anything else is one text.</summary>
internal sealed class JsonTemplate
{
    private readonly JsonNode? _shape;
    private readonly Dictionary<string, ValueTemplate> _texts = new(StringComparer.Ordinal);

    private JsonTemplate(JsonNode? shape) => _shape = shape;

    public static JsonTemplate Compile(string setting, Func<string, ValueTemplate> compile)
    {
        var template = new JsonTemplate(Read(setting));
        template.Collect(template._shape, compile);
        return template;
    }

    /// <summary>Null for JSON's null, and where the only expression stands for nothing.</summary>
    public JsonNode? Make(ValueScope scope) => Make(_shape, scope);

    // "{regions.region}" begins like an object and is none; then it is a text.
    private static JsonNode? Read(string setting)
    {
        if (IsSurelyText(setting))
        {
            return JsonValue.Create(setting);
        }

        try
        {
            return JsonNode.Parse(setting);
        }
        catch (JsonException)
        {
            return JsonValue.Create(setting);
        }
    }

    // Most settings are plain texts or expressions, and an exception for each of them would be felt at the start.
    private static bool IsSurelyText(string setting)
    {
        ReadOnlySpan<char> text = setting.AsSpan().TrimStart();
        return text.Length > 0 && (text[0] == '{' ? text[1..].TrimStart() is [not ('"' or '}'), ..] : char.IsLetter(text[0]) && text is not ("true" or "false" or "null"));
    }

    private void Collect(JsonNode? node, Func<string, ValueTemplate> compile)
    {
        if (node is JsonObject members)
        {
            foreach (KeyValuePair<string, JsonNode?> member in members)
            {
                Collect(member.Value, compile);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (JsonNode? item in items)
            {
                Collect(item, compile);
            }
        }
        else if (node is JsonValue value && value.TryGetValue(out string? text) && text.Contains('{', StringComparison.Ordinal))
        {
            _texts[text] = compile(text);
        }
    }

    private JsonNode? Make(JsonNode? node, ValueScope scope) => node switch
    {
        JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Make(m.Value, scope)))),
        JsonArray items => new JsonArray([.. items.Select(i => Make(i, scope))]),
        JsonValue value when value.TryGetValue(out string? text) && _texts.TryGetValue(text, out ValueTemplate? template) => Fill(template, scope),
        _ => node?.DeepClone(),
    };

    private static JsonValue? Fill(ValueTemplate template, ValueScope scope) => template.Text(scope) switch
    {
        null => null,
        string text when template.Sole == "number" && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) => JsonValue.Create(number),
        string text when template.Sole == "has" => JsonValue.Create(text == "true"),
        string text => JsonValue.Create(text),
    };
}
