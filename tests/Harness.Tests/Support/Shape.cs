using System.Text.Json;
using Harness.Contracts.Schemas;

namespace Harness.Tests.Support;

/// <summary>Schemas by hand, short enough to read in a test.</summary>
internal static class Shape
{
    public static Schema Text(string? format = null) => new() { Types = JsonTypes.String, Format = format };

    public static Schema Uuid() => Text("uuid");

    public static Schema Integer() => new() { Types = JsonTypes.Integer };

    public static Schema Number() => new() { Types = JsonTypes.Number };

    public static Schema Boolean() => new() { Types = JsonTypes.Boolean };

    public static Schema Placeholder() => new() { Types = JsonTypes.Object };

    public static Schema Array(Schema items) => new() { Types = JsonTypes.Array, Items = items };

    public static Schema Map(Schema values) => new() { Types = JsonTypes.Object, MapValues = values };

    public static Schema OneOf(params Schema[] alternatives) => new() { OneOf = alternatives };

    public static Schema AnyOf(params Schema[] alternatives) => new() { AnyOf = alternatives };

    public static Schema Choice(params string[] values) => new() { Types = JsonTypes.String, Enum = [.. values.Select(v => JsonSerializer.Serialize(v))] };

    /// <summary>An object whose properties are optional, or required where the name ends in an exclamation mark.</summary>
    public static Schema Object(params (string Name, Schema Schema)[] properties) => new()
    {
        Types = JsonTypes.Object,
        Properties = [.. properties.Select(p => new SchemaProperty(p.Name.TrimEnd('!'), p.Schema, p.Name.EndsWith('!')))],
    };

    public static Schema Nullable(this Schema schema)
    {
        schema.Types |= JsonTypes.Null;
        return schema;
    }

    public static Schema Named(this Schema schema, string name)
    {
        schema.Name = name;
        return schema;
    }
}
