using System.Globalization;
using Harness.Contracts.Schemas;

namespace Harness.Contracts.Caching;

/// <summary>Writes schemas as a table; a schema that leads to others names their numbers, so that circles are no matter.</summary>
internal sealed class SchemaEncoder
{
    private readonly ReferenceTable<Schema> _table = new();

    /// <summary>Number 0 is <see cref="Schema.Anything"/>, which stays the one instance it is.</summary>
    public SchemaEncoder() => _table.Add(Schema.Anything);

    public int NumberOf(Schema schema) => _table.NumberOf(schema);

    /// <summary>Writes all schemas that have a number, and those they lead to.</summary>
    public void WriteTo(CacheSection section, StringTable strings)
    {
        using var body = new CacheSection(strings);
        for (int number = 1; number < _table.Count; number++)
        {
            Write(body, _table[number]);
        }

        section.Int(_table.Count);
        section.Writer.Flush();
        body.CopyTo(section.Writer.BaseStream);
    }

    private static SchemaFields FieldsOf(Schema schema) =>
        When(schema.Format is not null, SchemaFields.Format)
        | When(schema.Name is not null, SchemaFields.Name)
        | When(schema.Properties.Count > 0, SchemaFields.Properties)
        | When(schema.Items is not null, SchemaFields.Items)
        | When(schema.MapValues is not null, SchemaFields.MapValues)
        | When(schema.IsClosed, SchemaFields.IsClosed)
        | When(schema.Enum.Count > 0, SchemaFields.Enum)
        | When(schema.OneOf.Count > 0, SchemaFields.OneOf)
        | When(schema.AnyOf.Count > 0, SchemaFields.AnyOf)
        | When(schema.Discriminator is not null, SchemaFields.Discriminator)
        | When(schema.Pattern is not null, SchemaFields.Pattern)
        | When(schema.MinLength is not null, SchemaFields.MinLength)
        | When(schema.MaxLength is not null, SchemaFields.MaxLength)
        | When(schema.MinItems is not null, SchemaFields.MinItems)
        | When(schema.MaxItems is not null, SchemaFields.MaxItems)
        | When(schema.UniqueItems, SchemaFields.UniqueItems)
        | When(schema.Minimum is not null, SchemaFields.Minimum)
        | When(schema.Maximum is not null, SchemaFields.Maximum)
        | When(schema.ExclusiveMinimum, SchemaFields.ExclusiveMinimum)
        | When(schema.ExclusiveMaximum, SchemaFields.ExclusiveMaximum)
        | When(schema.WriteOnly, SchemaFields.WriteOnly)
        | When(schema.ReadOnly, SchemaFields.ReadOnly);

    private static SchemaFields When(bool holds, SchemaFields field) => holds ? field : SchemaFields.None;

    private static void Text(CacheSection section, string? text)
    {
        if (text is not null)
        {
            section.Text(text);
        }
    }

    private static void Int(CacheSection section, int? value)
    {
        if (value is { } present)
        {
            section.Int(present);
        }
    }

    private void Write(CacheSection section, Schema schema)
    {
        SchemaFields fields = FieldsOf(schema);
        section.Int((int)fields);
        section.Int((int)schema.Types);
        Text(section, schema.Format);
        Text(section, schema.Name);
        if (fields.HasFlag(SchemaFields.Properties))
        {
            section.List(schema.Properties, p =>
            {
                section.Text(p.Name);
                section.Int(NumberOf(p.Schema));
                section.Bool(p.Required);
            });
        }

        One(section, schema.Items);
        One(section, schema.MapValues);
        if (fields.HasFlag(SchemaFields.Enum))
        {
            section.Texts(schema.Enum);
        }

        Many(section, schema.OneOf);
        Many(section, schema.AnyOf);
        Text(section, schema.Discriminator);
        Text(section, schema.Pattern);
        Int(section, schema.MinLength);
        Int(section, schema.MaxLength);
        Int(section, schema.MinItems);
        Int(section, schema.MaxItems);
        Text(section, schema.Minimum?.ToString(CultureInfo.InvariantCulture));
        Text(section, schema.Maximum?.ToString(CultureInfo.InvariantCulture));
    }

    private void One(CacheSection section, Schema? schema)
    {
        if (schema is not null)
        {
            section.Int(NumberOf(schema));
        }
    }

    private void Many(CacheSection section, IReadOnlyList<Schema> schemas)
    {
        if (schemas.Count > 0)
        {
            section.List(schemas, s => section.Int(NumberOf(s)));
        }
    }
}
