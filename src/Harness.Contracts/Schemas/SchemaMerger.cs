using Microsoft.OpenApi;

namespace Harness.Contracts.Schemas;

/// <summary>Gathers one schema's facts: first those of its <c>allOf</c>, then its own.</summary>
internal sealed class SchemaMerger(SchemaCompiler compiler, Schema target)
{
    private readonly List<SchemaProperty> _properties = [];
    private readonly HashSet<string> _required = new(StringComparer.Ordinal);
    private readonly HashSet<IOpenApiSchema> _seen = new(ReferenceEqualityComparer.Instance);

    public static bool AddsNothing(IOpenApiSchema source) =>
        SchemaKeywords.Types(source) == JsonTypes.None && source.Format is null && source.Items is null && source.Enum is not { Count: > 0 } && source.OneOf is not { Count: > 0 }
        && source.AnyOf is not { Count: > 0 } && source.AdditionalProperties is null && source.AdditionalPropertiesAllowed
        && !source.ReadOnly && !source.WriteOnly && source.Pattern is null && source.Minimum is null && source.Maximum is null
        && source.ExclusiveMinimum is null && source.ExclusiveMaximum is null && source.MinLength is null && source.MaxLength is null
        && source.MinItems is null && source.MaxItems is null && source.UniqueItems != true && source.Const is null && source.Discriminator is null;

    public void Merge(IOpenApiSchema source)
    {
        Add(source);
        foreach (string name in _required)
        {
            int index = _properties.FindIndex(p => string.Equals(p.Name, name, StringComparison.Ordinal));
            if (index >= 0)
            {
                _properties[index] = _properties[index] with { Required = true };
            }
            else
            {
                _properties.Add(new SchemaProperty(name, Schema.Anything, Required: true));
            }
        }

        target.Properties = _properties.Count == 0 ? [] : _properties.ToArray();
        target.Types = WithoutSaying(target);
    }

    // Properties without "type: object" are common in hand-written contracts, and nobody means anything else.
    private static JsonTypes WithoutSaying(Schema schema)
    {
        if ((schema.Types & ~JsonTypes.Null) != JsonTypes.None)
        {
            return schema.Types;
        }

        if (schema.Properties.Count > 0 || schema.MapValues is not null)
        {
            return schema.Types | JsonTypes.Object;
        }

        if (schema.Items is not null)
        {
            return schema.Types | JsonTypes.Array;
        }

        // "nullable" alone does not mean "null and nothing else".
        return JsonTypes.None;
    }

    private void Add(IOpenApiSchema source)
    {
        // A chain of allOf longer than this is no model of anything, and would be a stack as long.
        if (_seen.Count > 200 || !_seen.Add(source))
        {
            return;
        }

        if (source.AllOf is { Count: > 0 } parts)
        {
            AddParts(parts);
        }

        AddTypes(SchemaKeywords.Types(source), hasParts: source.AllOf is { Count: > 0 });
        SchemaKeywords.Copy(source, target);
        AddObject(source);
        if (source.Items is not null)
        {
            target.Items = compiler.Reach(source.Items);
        }

        AddAlternatives(source);
    }

    private void AddParts(IList<IOpenApiSchema> parts)
    {
        foreach (IOpenApiSchema part in parts)
        {
            if (compiler.Target(part) is { } resolved)
            {
                Add(resolved);
            }
        }
    }

    private void AddTypes(JsonTypes own, bool hasParts)
    {
        JsonTypes before = target.Types;
        JsonTypes said = own & ~JsonTypes.Null;
        JsonTypes kept = before & ~JsonTypes.Null;
        JsonTypes both = said == JsonTypes.None ? kept : kept == JsonTypes.None ? said : (said & kept) is var common and not JsonTypes.None ? common : said;

        // An outer "nullable: true" around allOf is how OpenAPI 3.0 authors make a reference nullable.
        bool isNull = own.HasFlag(JsonTypes.Null) || (before.HasFlag(JsonTypes.Null) && (hasParts || said == JsonTypes.None));
        target.Types = both | (isNull ? JsonTypes.Null : JsonTypes.None);
    }

    private void AddObject(IOpenApiSchema source)
    {
        foreach ((string name, IOpenApiSchema property) in source.Properties ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal))
        {
            var added = new SchemaProperty(compiler.Share(name), compiler.Reach(property), Required: false);
            int index = _properties.FindIndex(p => string.Equals(p.Name, name, StringComparison.Ordinal));
            if (index < 0)
            {
                _properties.Add(added);
            }
            else
            {
                _properties[index] = added;
            }
        }

        _required.UnionWith(source.Required ?? new HashSet<string>(StringComparer.Ordinal));
        target.IsClosed |= !source.AdditionalPropertiesAllowed;
        if (source.AdditionalProperties is { } values && SchemaKeywords.SaysSomething(values))
        {
            target.MapValues = compiler.Reach(values);
        }
    }

    private void AddAlternatives(IOpenApiSchema source)
    {
        if (source.OneOf is { Count: > 0 } oneOf)
        {
            target.OneOf = Alternatives(oneOf, source);
        }

        if (source.AnyOf is { Count: > 0 } anyOf)
        {
            target.AnyOf = Alternatives(anyOf, source);
        }
    }

    private Schema[] Alternatives(IList<IOpenApiSchema> sources, IOpenApiSchema owner)
    {
        IEnumerable<Schema> alternatives = sources.Select(compiler.Reach);

        // Without a type of its own, a nullable choice has null as one more choice.
        bool orNull = SchemaKeywords.Types(owner) == JsonTypes.Null;
        return [.. orNull ? alternatives.Append(new Schema { Types = JsonTypes.Null }) : alternatives];
    }
}
