namespace Harness.Contracts.Schemas;

/// <summary>
/// The schema facts that synthesis, validation and drift share, compiled from OpenAPI: references resolved, <c>allOf</c> merged.
/// </summary>
/// <remarks>
/// A schema may contain itself, directly or through others: walk with a depth limit or a visited set. Instances are frozen once the
/// compiler hands them out; equality is identity.
/// </remarks>
public sealed class Schema
{
    /// <summary>Says nothing: any JSON value.</summary>
    public static readonly Schema Anything = new();

    /// <summary>Null is allowed when <see cref="JsonTypes.Null"/> is among them (OpenAPI 3.0's <c>nullable</c> arrives here too).</summary>
    public JsonTypes Types { get; internal set; }

    /// <summary>As written, lower-cased: <c>uuid</c>, <c>date-time</c>, <c>int64</c>, <c>byte</c>, ...</summary>
    public string? Format { get; internal set; }

    /// <summary>Component name, where the schema has one: <c>Incident</c>. Inline schemas have none.</summary>
    public string? Name { get; internal set; }

    public IReadOnlyList<SchemaProperty> Properties { get; internal set; } = [];

    /// <summary>Element schema of an array; null when the array says nothing about its elements.</summary>
    public Schema? Items { get; internal set; }

    /// <summary>Schema of a map's values; null when undeclared properties are merely allowed or forbidden.</summary>
    public Schema? MapValues { get; internal set; }

    /// <summary><c>additionalProperties: false</c> makes it true.</summary>
    public bool IsClosed { get; internal set; }

    /// <summary>Allowed values, each as compact JSON text: <c>"High"</c> with its quotes, <c>3</c>, <c>null</c>.</summary>
    public IReadOnlyList<string> Enum { get; internal set; } = [];

    /// <summary>Exactly one of these holds on top of this schema's own facts.</summary>
    public IReadOnlyList<Schema> OneOf { get; internal set; } = [];

    /// <summary>At least one of these holds on top of this schema's own facts.</summary>
    public IReadOnlyList<Schema> AnyOf { get; internal set; } = [];

    /// <summary>Property that tells the alternatives of <see cref="OneOf"/> apart, if declared.</summary>
    public string? Discriminator { get; internal set; }

    public string? Pattern { get; internal set; }

    public int? MinLength { get; internal set; }

    public int? MaxLength { get; internal set; }

    public int? MinItems { get; internal set; }

    public int? MaxItems { get; internal set; }

    public bool UniqueItems { get; internal set; }

    public decimal? Minimum { get; internal set; }

    public decimal? Maximum { get; internal set; }

    public bool ExclusiveMinimum { get; internal set; }

    public bool ExclusiveMaximum { get; internal set; }

    /// <summary>Writable in a request, absent from answers.</summary>
    public bool WriteOnly { get; internal set; }

    /// <summary>Present in answers, ignored in a request.</summary>
    public bool ReadOnly { get; internal set; }

    public bool AllowsNull => Types.HasFlag(JsonTypes.Null);

    /// <summary>Whether nothing below says what a client would find: an object without properties, anything at all, or arrays of such.</summary>
    /// <remarks>The specs hold hundreds of these (<c>type: object</c> and no more); the family's placeholder envelope answers for them.</remarks>
    public bool IsPlaceholder
    {
        get
        {
            // Bounded: an array may be declared as an array of itself.
            Schema? schema = this;
            for (int depth = 0; schema is not null && depth < 16; depth++)
            {
                if (!schema.NamesOnlyContainers)
                {
                    return false;
                }

                schema = schema.Items;
            }

            return true;
        }
    }

    private bool NamesOnlyContainers =>
        Properties.Count == 0 && MapValues is null && Enum.Count == 0 && OneOf.Count == 0 && AnyOf.Count == 0
        && (Types & ~(JsonTypes.Null | JsonTypes.Object | JsonTypes.Array)) == JsonTypes.None;

    public SchemaProperty? FindProperty(string name)
    {
        foreach (SchemaProperty property in Properties)
        {
            if (string.Equals(property.Name, name, StringComparison.Ordinal))
            {
                return property;
            }
        }

        return null;
    }
}
