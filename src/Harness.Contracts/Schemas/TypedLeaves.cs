namespace Harness.Contracts.Schemas;

/// <summary>Tells a shape from an envelope around nothing: whether a primitive value, or a map, is declared anywhere in a schema.</summary>
public static class TypedLeaves
{
    private const JsonTypes Primitive = JsonTypes.Boolean | JsonTypes.Integer | JsonTypes.Number | JsonTypes.String;

    public static bool Any(Schema schema) => Any(schema, new HashSet<Schema>(ReferenceEqualityComparer.Instance));

    private static bool Any(Schema schema, HashSet<Schema> seen)
    {
        // Beyond this many schemas it is no envelope.
        if (seen.Count > 500)
        {
            return true;
        }

        return seen.Add(schema)
            && ((schema.Types & Primitive) != JsonTypes.None
                || schema.Enum.Count > 0
                || schema.Properties.Any(p => Any(p.Schema, seen))
                || (schema.Items is { } items && Any(items, seen))
                || schema.MapValues is not null
                || schema.OneOf.Any(s => Any(s, seen))
                || schema.AnyOf.Any(s => Any(s, seen)));
    }
}
