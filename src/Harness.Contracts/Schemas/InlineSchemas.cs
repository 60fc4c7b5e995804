using Harness.Contracts.OpenApi;
using Harness.Contracts.Yaml;
using Microsoft.OpenApi;

namespace Harness.Contracts.Schemas;

/// <summary>Compiles an OpenAPI schema that stands in another YAML file, such as <c>placeholder</c> in <c>family.yml</c>.</summary>
public static class InlineSchemas
{
    /// <summary>Null, with problems added, when the node is no schema.</summary>
    public static Schema? Compile(LocatedNode node, string file, ICollection<ContractProblem> problems)
    {
        var documents = new DocumentSet(new Dictionary<string, byte[]>(StringComparer.Ordinal), path => path, problems);
        if (Bundler.BundleSchema(documents, file, node) is not { } bundle
            || OpenApiJson.Load(bundle.Json).Document is not { Components.Schemas: { } schemas } document
            || !schemas.TryGetValue(Bundler.InlineSchema, out IOpenApiSchema? source))
        {
            return null;
        }

        return new SchemaCompiler(document, bundle.SchemaNames).Compile(source);
    }
}
