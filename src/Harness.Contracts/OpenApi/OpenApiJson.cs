using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Harness.Contracts.OpenApi;

/// <summary>Hands a bundled document to Microsoft.OpenApi.</summary>
internal static class OpenApiJson
{
    private static readonly Uri Location = new("file:///contract");

    /// <returns>The document and what the reader found wrong with it.</returns>
    public static (OpenApiDocument? Document, IList<OpenApiError> Errors) Load(JsonObject json)
    {
        // The bundler has checked what contracts rely on; the library's own rules ask for descriptions and the like.
        var settings = new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetEmptyRuleSet(), LoadExternalRefs = false };
        ReadResult result = new OpenApiJsonReader().Read(json, Location, settings);
        return (result.Document, result.Diagnostic?.Errors ?? []);
    }
}
