namespace Harness.Contracts.Schemas;

/// <summary>Keeps one instance of each childless inline schema: thousands of properties are "a string" and no more.</summary>
internal sealed class SchemaPool
{
    private readonly Dictionary<string, Schema> _known = new(StringComparer.Ordinal);

    public Schema Share(Schema schema)
    {
        if (schema is not { Name: null, Properties.Count: 0, Items: null, MapValues: null, OneOf.Count: 0, AnyOf.Count: 0 })
        {
            return schema;
        }

        string key = string.Join(
            '\u0001',
            [
                $"{(int)schema.Types} {schema.IsClosed} {schema.MinLength} {schema.MaxLength} {schema.MinItems} {schema.MaxItems} {schema.UniqueItems}",
                $"{schema.Minimum} {schema.Maximum} {schema.ExclusiveMinimum} {schema.ExclusiveMaximum} {schema.WriteOnly} {schema.ReadOnly}",
                schema.Format ?? "",
                schema.Discriminator ?? "",
                schema.Pattern ?? "",
                .. schema.Enum,
            ]);
        if (_known.TryGetValue(key, out Schema? same))
        {
            return same;
        }

        _known.Add(key, schema);
        return schema;
    }
}
