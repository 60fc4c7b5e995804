using System.Globalization;
using System.Text.Json;
using Harness.Contracts.Schemas;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.Families.Reading;

/// <summary>Turns an inline OpenAPI schema of <c>placeholder</c> into a <see cref="Schema"/>.</summary>
internal static class PlaceholderReader
{
    private static readonly Choices<JsonTypes> Types = new(
        ["object", "array", "string", "integer", "number", "boolean"],
        [JsonTypes.Object, JsonTypes.Array, JsonTypes.String, JsonTypes.Integer, JsonTypes.Number, JsonTypes.Boolean]);

    public static Schema? Read(LocatedNode? node, string what, ProblemLog log)
    {
        if (node is null || NodeReader.Open(node, what, FamilyKeys.Schema, log) is not { } reader)
        {
            return null;
        }

        LocatedNode? map = reader.Find("additionalProperties");
        bool isMapSchema = map is { Kind: YamlKind.Mapping };
        return new Schema
        {
            Types = ReadTypes(reader),
            Format = reader.Text("format")?.ToLowerInvariant(),
            Properties = ReadProperties(reader, what),
            Items = Read(reader.Find("items"), $"the items of {what}", log),
            MapValues = isMapSchema ? Read(map, $"the map values of {what}", log) : null,
            IsClosed = !isMapSchema && map is not null && !reader.Flag("additionalProperties"),
            Enum = ReadEnum(reader),
            Pattern = reader.Text("pattern"),
            MinLength = reader.Integer("minLength", 0, int.MaxValue),
            MaxLength = reader.Integer("maxLength", 0, int.MaxValue),
            MinItems = reader.Integer("minItems", 0, int.MaxValue),
            MaxItems = reader.Integer("maxItems", 0, int.MaxValue),
            Minimum = ReadDecimal(reader, "minimum"),
            Maximum = ReadDecimal(reader, "maximum"),
        };
    }

    private static JsonTypes ReadTypes(NodeReader reader)
    {
        JsonTypes implied = reader.Has("properties") ? JsonTypes.Object : reader.Has("items") ? JsonTypes.Array : JsonTypes.None;
        JsonTypes types = reader.Choice("type", Types, implied);
        return reader.Flag("nullable") ? types | JsonTypes.Null : types;
    }

    private static SchemaProperty[] ReadProperties(NodeReader reader, string what)
    {
        var required = new HashSet<string>(reader.Texts("required"), StringComparer.Ordinal);
        IReadOnlyList<KeyValuePair<string, LocatedNode>> entries = reader.Child("properties", $"the properties of {what}", null)?.Node.Entries ?? [];
        string[] names = [.. entries.Select(e => e.Key)];
        foreach (LocatedNode item in reader.Items("required").Where(i => NodeReader.IsScalar(i) && !names.Contains(i.Value)))
        {
            reader.Log.Add(item, $"{what} requires the property '{item.Value}', which it does not have", NearestWord.Advise(item.Value, names));
        }

        return
        [
            .. entries.Select(e => new SchemaProperty(
                e.Key, Read(e.Value, $"the property '{e.Key}' of {what}", reader.Log) ?? Schema.Anything, required.Contains(e.Key))),
        ];
    }

    private static string[] ReadEnum(NodeReader reader) => reader.List(
        "enum",
        (node, log) =>
        {
            switch (node.Kind)
            {
                case YamlKind.Text:
                    return $"\"{JsonEncodedText.Encode(node.Value)}\"";
                case YamlKind.Number:
                    return node.Value;
                case YamlKind.Boolean:
                    return node.Value.ToLowerInvariant();
                case YamlKind.Null:
                    return "null";
                default:
                    log.Add(node, $"an enum value of {reader.What} is no single value", "Write text, a number, true, false or null");
                    return null;
            }
        });

    private static decimal? ReadDecimal(NodeReader reader, string key)
    {
        if (reader.Find(key) is not { } node)
        {
            return null;
        }

        if (node.Kind == YamlKind.Number && decimal.TryParse(node.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
        {
            return number;
        }

        reader.Log.Add(node, $"'{key}' in {reader.What} must be a number", "Write a number");
        return null;
    }
}
