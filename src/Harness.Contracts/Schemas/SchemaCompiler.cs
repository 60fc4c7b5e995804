using Microsoft.OpenApi;

namespace Harness.Contracts.Schemas;

/// <summary>Compiles the schemas of one OpenAPI document. A component becomes one instance, so that a recursive one refers to itself.</summary>
/// <param name="names">Own name of each schema component, by its name in the document.</param>
internal sealed class SchemaCompiler(OpenApiDocument document, IReadOnlyDictionary<string, string> names)
{
    private readonly Dictionary<string, Schema> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<IOpenApiSchema, Schema> _inline = new(ReferenceEqualityComparer.Instance);
    private readonly SchemaPool _pool = new();
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    // Components are filled one after another and not inside each other: a chain of thousands must not become a stack of thousands.
    private readonly Queue<(Schema Schema, IOpenApiSchema Source)> _waiting = new();

    public Schema Compile(IOpenApiSchema source)
    {
        Schema schema = Reach(source);
        while (_waiting.TryDequeue(out (Schema Schema, IOpenApiSchema Source) next))
        {
            new SchemaMerger(this, next.Schema).Merge(next.Source);
        }

        return schema;
    }

    /// <summary>The schema's instance; a component's facts may still be on their way.</summary>
    internal Schema Reach(IOpenApiSchema source)
    {
        if (source is OpenApiSchemaReference { Reference.Id: { } id })
        {
            return ReachComponent(id);
        }

        if (_inline.TryGetValue(source, out Schema? known))
        {
            return known;
        }

        // A wrapper that says nothing of its own is the thing it wraps.
        if (source is { AllOf: [OpenApiSchemaReference only], Type: null, Properties: null or { Count: 0 }, Required: null or { Count: 0 } }
            && SchemaMerger.AddsNothing(source))
        {
            return ReachComponent(only.Reference.Id!);
        }

        var schema = new Schema();
        _inline.Add(source, schema);
        new SchemaMerger(this, schema).Merge(source);
        return _inline[source] = _pool.Share(schema);
    }

    /// <summary>One instance of equal texts: a document names the same properties over and over.</summary>
    internal string Share(string text)
    {
        if (_texts.TryGetValue(text, out string? same))
        {
            return same;
        }

        _texts.Add(text);
        return text;
    }

    /// <summary>What a reference means, or the schema itself.</summary>
    internal IOpenApiSchema? Target(IOpenApiSchema source) =>
        source is not OpenApiSchemaReference { Reference.Id: { } id } ? source
        : document.Components?.Schemas is { } schemas && schemas.TryGetValue(id, out IOpenApiSchema? target) ? target
        : null;

    private Schema ReachComponent(string id)
    {
        if (_components.TryGetValue(id, out Schema? known))
        {
            return known;
        }

        if (document.Components?.Schemas is not { } schemas || !schemas.TryGetValue(id, out IOpenApiSchema? target))
        {
            return Schema.Anything;
        }

        var schema = new Schema { Name = names.GetValueOrDefault(id) };
        _components.Add(id, schema);
        _waiting.Enqueue((schema, target));
        return schema;
    }
}
