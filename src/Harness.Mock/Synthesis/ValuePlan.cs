using Harness.Contracts.Schemas;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>A schema under a property name, compiled for writing: what it is and what is in it.</summary>
/// <remarks>Schemas contain themselves, so what lies below is compiled when it is first asked for.</remarks>
internal sealed class ValuePlan
{
    private readonly Lazy<PropertyPlan[]> _properties;
    private readonly Lazy<ValuePlan[]> _alternatives;
    private readonly Lazy<byte[][]> _choices;

    public ValuePlan(Schema schema, PropertyMeaning meaning, PlanCache cache)
    {
        Schema = schema;
        Meaning = meaning;
        Cache = cache;
        Kind = KindOf(schema);
        _properties = new(() => PropertyPlan.For(this));
        _alternatives = new(() => AlternativePlans.For(this));
        _choices = new(() => EnumChoices.For(schema));
        Leaning = Kind == ValueKind.Boolean ? BooleanValues.LeaningOf(meaning.Name) : SwitchLeaning.None;
        EntityKind = Kind switch
        {
            ValueKind.Object => meaning.ObjectKind ?? KindOfComponent(schema),
            ValueKind.Array => meaning.ObjectKind ?? (schema.Items is null ? null : KindOfComponent(schema.Items)),
            _ => null,
        };
    }

    public Schema Schema { get; }

    public PropertyMeaning Meaning { get; }

    public PlanCache Cache { get; }

    public ValueKind Kind { get; }

    /// <summary>Kind of the object, or of the array's elements, as name or component tell; null for nameless parts.</summary>
    public string? EntityKind { get; }

    public SwitchLeaning Leaning { get; }

    public PropertyPlan[] Properties => _properties.Value;

    public ValuePlan[] Alternatives => _alternatives.Value;

    /// <summary>The enum values that the schema's other facts allow too, as JSON.</summary>
    public byte[][] Choices => _choices.Value;

    public ValuePlan Items => Cache.Of(Schema.Items ?? Schema.Anything, Meaning);

    public ValuePlan? MapValues => Schema.MapValues is null ? null : Cache.Of(Schema.MapValues, PropertyMeaning.Of(""));

    public bool HasAlternatives => Schema.OneOf.Count > 0 || Schema.AnyOf.Count > 0;

    public static ValueKind KindOf(Schema schema)
    {
        if (schema.Enum.Count > 0)
        {
            return ValueKind.OneOfList;
        }

        return schema.OneOf.Count > 0 || schema.AnyOf.Count > 0 ? ValueKind.Alternatives : OwnKind(schema);
    }

    private static ValueKind OwnKind(Schema schema)
    {
        JsonTypes types = schema.Types & ~JsonTypes.Null;
        bool isOpen = types == JsonTypes.None && schema.Types == JsonTypes.None;
        bool Allows(JsonTypes type) => isOpen || types.HasFlag(type);
        return Allows(JsonTypes.Object) && (schema.Properties.Count > 0 || schema.MapValues is not null) ? ValueKind.Object
            : Allows(JsonTypes.Array) && schema.Items is not null ? ValueKind.Array
            : isOpen ? Implied(schema)
            : types.HasFlag(JsonTypes.String) ? ValueKind.Text
            : types.HasFlag(JsonTypes.Number) ? ValueKind.Number
            : types.HasFlag(JsonTypes.Integer) ? ValueKind.Integer
            : types.HasFlag(JsonTypes.Boolean) ? ValueKind.Boolean
            : types.HasFlag(JsonTypes.Object) ? ValueKind.Placeholder
            : types.HasFlag(JsonTypes.Array) ? ValueKind.Array
            : ValueKind.Null;
    }

    // No type is declared, but "maxLength" speaks of text and "minimum" of a number.
    private static ValueKind Implied(Schema schema) =>
        schema.Format is not null || schema.Pattern is not null || schema.MinLength is not null || schema.MaxLength is not null ? ValueKind.Text
        : schema.Minimum is not null || schema.Maximum is not null ? ValueKind.Number
        : ValueKind.Placeholder;

    private static string? KindOfComponent(Schema schema) => schema.Name is null ? null : EntityKinds.Find(schema.Name);
}
