using System.Globalization;
using Harness.Contracts.Schemas;

namespace Harness.Contracts.Caching;

/// <summary>Reads the schema table: first all instances, then their facts, so that they can refer to each other.</summary>
internal sealed class SchemaDecoder(CacheCursor cursor)
{
    private Schema[] _table = [];

    public Schema Next() => At(cursor.Int());

    public Schema At(int number) => CacheCursor.At(_table, number);

    public void ReadTable()
    {
        _table = new Schema[cursor.Count()];
        for (int i = 0; i < _table.Length; i++)
        {
            _table[i] = i == 0 ? Schema.Anything : new Schema();
        }

        for (int i = 1; i < _table.Length; i++)
        {
            Fill(_table[i], (SchemaFields)cursor.Int());
        }
    }

    private void Fill(Schema schema, SchemaFields fields)
    {
        schema.Types = (JsonTypes)cursor.Int();
        schema.Format = Text(fields, SchemaFields.Format);
        schema.Name = Text(fields, SchemaFields.Name);
        if (fields.HasFlag(SchemaFields.Properties))
        {
            schema.Properties = cursor.List(() => new SchemaProperty(cursor.RequiredText(), Next(), cursor.Bool()));
        }

        schema.Items = fields.HasFlag(SchemaFields.Items) ? Next() : null;
        schema.MapValues = fields.HasFlag(SchemaFields.MapValues) ? Next() : null;
        if (fields.HasFlag(SchemaFields.Enum))
        {
            schema.Enum = cursor.List(cursor.RequiredText);
        }

        if (fields.HasFlag(SchemaFields.OneOf))
        {
            schema.OneOf = cursor.List(Next);
        }

        if (fields.HasFlag(SchemaFields.AnyOf))
        {
            schema.AnyOf = cursor.List(Next);
        }

        FillLimits(schema, fields);
    }

    private void FillLimits(Schema schema, SchemaFields fields)
    {
        schema.Discriminator = Text(fields, SchemaFields.Discriminator);
        schema.Pattern = Text(fields, SchemaFields.Pattern);
        schema.MinLength = Int(fields, SchemaFields.MinLength);
        schema.MaxLength = Int(fields, SchemaFields.MaxLength);
        schema.MinItems = Int(fields, SchemaFields.MinItems);
        schema.MaxItems = Int(fields, SchemaFields.MaxItems);
        schema.Minimum = Number(fields, SchemaFields.Minimum);
        schema.Maximum = Number(fields, SchemaFields.Maximum);
        schema.IsClosed = fields.HasFlag(SchemaFields.IsClosed);
        schema.UniqueItems = fields.HasFlag(SchemaFields.UniqueItems);
        schema.ExclusiveMinimum = fields.HasFlag(SchemaFields.ExclusiveMinimum);
        schema.ExclusiveMaximum = fields.HasFlag(SchemaFields.ExclusiveMaximum);
        schema.WriteOnly = fields.HasFlag(SchemaFields.WriteOnly);
        schema.ReadOnly = fields.HasFlag(SchemaFields.ReadOnly);
    }

    private string? Text(SchemaFields fields, SchemaFields field) => fields.HasFlag(field) ? cursor.RequiredText() : null;

    private int? Int(SchemaFields fields, SchemaFields field) => fields.HasFlag(field) ? cursor.Int() : null;

    private decimal? Number(SchemaFields fields, SchemaFields field) =>
        !fields.HasFlag(field) ? null
        : decimal.TryParse(cursor.RequiredText(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number
        : throw new InvalidDataException("A limit is no number.");
}
