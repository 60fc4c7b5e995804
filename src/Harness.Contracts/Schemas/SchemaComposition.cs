namespace Harness.Contracts.Schemas;

/// <summary>Lays one alternative of <c>oneOf</c> or <c>anyOf</c> over the schema that offers it, so that a single schema says what an instance looks like.</summary>
public static class SchemaComposition
{
    /// <summary>Null when the two contradict each other in type.</summary>
    public static Schema? Overlay(Schema own, Schema alternative)
    {
        JsonTypes types = Narrow(own.Types, alternative.Types);
        if (types == JsonTypes.None && own.Types != JsonTypes.None)
        {
            return null;
        }

        return new Schema
        {
            Types = types,
            Format = alternative.Format ?? own.Format,
            Name = alternative.Name ?? own.Name,
            Properties = Properties(own, alternative),
            Items = alternative.Items ?? own.Items,
            MapValues = alternative.MapValues ?? own.MapValues,
            IsClosed = own.IsClosed || alternative.IsClosed,
            Enum = own.Enum.Count == 0 ? alternative.Enum : alternative.Enum.Count == 0 ? own.Enum : [.. own.Enum.Intersect(alternative.Enum)],
            OneOf = alternative.OneOf,
            AnyOf = own.OneOf.Count > 0 && alternative.AnyOf.Count == 0 ? own.AnyOf : alternative.AnyOf,
            Discriminator = alternative.Discriminator,
            Pattern = alternative.Pattern ?? own.Pattern,
            MinLength = Larger(own.MinLength, alternative.MinLength),
            MaxLength = Smaller(own.MaxLength, alternative.MaxLength),
            MinItems = Larger(own.MinItems, alternative.MinItems),
            MaxItems = Smaller(own.MaxItems, alternative.MaxItems),
            UniqueItems = own.UniqueItems || alternative.UniqueItems,
            Minimum = Larger(own.Minimum, alternative.Minimum),
            Maximum = Smaller(own.Maximum, alternative.Maximum),
            ExclusiveMinimum = own.ExclusiveMinimum || alternative.ExclusiveMinimum,
            ExclusiveMaximum = own.ExclusiveMaximum || alternative.ExclusiveMaximum,
            WriteOnly = own.WriteOnly,
            ReadOnly = own.ReadOnly,
        };
    }

    /// <summary>The same object with some of its properties told more exactly; null when it is no object.</summary>
    public static Schema? Refine(Schema own, IReadOnlyList<SchemaProperty> better) =>
        Overlay(own, new Schema { Types = JsonTypes.Object, Properties = better });

    /// <summary>An object of texts, for tables whose contract does not name its columns.</summary>
    public static Schema OfColumns(params string[] names)
    {
        Schema text = new() { Types = JsonTypes.String };
        return new Schema { Types = JsonTypes.Object, Properties = [.. names.Select(name => new SchemaProperty(name, text, true))] };
    }

    private static List<SchemaProperty> Properties(Schema own, Schema alternative)
    {
        List<SchemaProperty> merged = [];
        foreach (SchemaProperty property in own.Properties)
        {
            SchemaProperty? other = alternative.FindProperty(property.Name);
            if (other is not null || !alternative.IsClosed)
            {
                Schema schema = other is null || other.Schema.IsPlaceholder ? property.Schema : other.Schema;
                merged.Add(new SchemaProperty(property.Name, schema, property.Required || other is { Required: true }));
            }
        }

        merged.AddRange(alternative.Properties.Where(p => own.FindProperty(p.Name) is null && !own.IsClosed));
        return own.Discriminator is null ? merged : [.. merged.Select(p => Discriminate(p, own.Discriminator, alternative.Name))];
    }

    // The property that tells alternatives apart holds the alternative's name, unless the alternative lists its values itself.
    private static SchemaProperty Discriminate(SchemaProperty property, string discriminator, string? name)
    {
        if (name is null || property.Schema.Enum.Count > 0 || !string.Equals(property.Name, discriminator, StringComparison.Ordinal))
        {
            return property;
        }

        string value = System.Text.Json.JsonSerializer.Serialize(name);
        return property with { Schema = new Schema { Types = JsonTypes.String, Enum = [value] }, Required = true };
    }

    private static JsonTypes Narrow(JsonTypes own, JsonTypes alternative)
    {
        if (own == JsonTypes.None || alternative == JsonTypes.None)
        {
            return own | alternative;
        }

        return WithIntegers(own) & WithIntegers(alternative);
    }

    // Every integer is a number, so "number" and "integer" share the integers.
    private static JsonTypes WithIntegers(JsonTypes types) => types.HasFlag(JsonTypes.Number) ? types | JsonTypes.Integer : types;

    private static T? Larger<T>(T? a, T? b)
        where T : struct, IComparable<T> => a is null ? b : b is null || a.Value.CompareTo(b.Value) > 0 ? a : b;

    private static T? Smaller<T>(T? a, T? b)
        where T : struct, IComparable<T> => a is null ? b : b is null || a.Value.CompareTo(b.Value) < 0 ? a : b;
}
