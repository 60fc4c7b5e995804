using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Stubs.Mappings.WireMock;
using Harness.Stubs.Mappings.WireMockNet;

namespace Harness.Stubs.Mappings;

/// <summary>Writes mappings back in either dialect.</summary>
public static class StubMappingWriter
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static MappingDocument Write(StubMapping mapping, StubDialect dialect) => dialect == StubDialect.WireMock
        ? JavaMappingWriter.Write(mapping)
        : NetMappingWriter.Write(mapping);

    /// <summary>The text of a file: one mapping by itself, several as their dialect's readers expect them.</summary>
    public static string Compose(IReadOnlyList<MappingDocument> mappings, StubDialect dialect)
    {
        JsonNode document = mappings switch
        {
            [var only] => only.Json.DeepClone(),
            _ when dialect == StubDialect.WireMock => new JsonObject { ["mappings"] = Array(mappings) },
            _ => Array(mappings),
        };
        return document.ToJsonString(Indented) + "\n";
    }

    private static JsonArray Array(IEnumerable<MappingDocument> mappings) => new([.. mappings.Select(m => m.Json.DeepClone())]);
}
