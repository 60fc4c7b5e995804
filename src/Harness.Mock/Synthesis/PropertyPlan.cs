using System.Text.Json;
using Harness.Contracts.Schemas;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>One property of a compiled object.</summary>
/// <param name="IsQuiet">Empty as long as all goes well: errors beside the data, links to a next page that is not there.</param>
/// <param name="Counted">The array beside it whose length it tells; null for anything else.</param>
internal sealed record PropertyPlan(JsonEncodedText Name, SchemaProperty Declared, ValuePlan Value, bool IsQuiet, SchemaProperty? Counted)
{
    public bool IsOptional => !Declared.Required;

    public static PropertyPlan[] For(ValuePlan owner)
    {
        IReadOnlyList<SchemaProperty> properties = owner.Schema.Properties;
        bool hasData = properties.Any(p => !ErrorNames.IsError(p.Name));
        return [.. properties.Select(p => For(owner, p, hasData))];
    }

    private static PropertyPlan For(ValuePlan owner, SchemaProperty property, bool hasData)
    {
        ValuePlan value = owner.Cache.Of(property.Schema, property.Name);
        bool quiet = (hasData && ErrorNames.IsError(property.Name))
            || (value.Meaning.Role is ValueRole.Paging && value.Kind is ValueKind.Text or ValueKind.Null or ValueKind.Placeholder);
        bool counts = value.Meaning.Role is ValueRole.Count && value.Kind is ValueKind.Integer or ValueKind.Number;
        return new PropertyPlan(JsonEncodedText.Encode(property.Name), property, value, quiet, counts ? CountedArray.Find(owner.Schema, property.Name) : null);
    }
}
