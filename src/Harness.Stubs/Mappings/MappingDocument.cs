using System.Text.Json.Nodes;

namespace Harness.Stubs.Mappings;

/// <summary>A mapping as JSON of one dialect, and what that dialect cannot say.</summary>
/// <param name="Losses">Clauses such as "a description"; empty when nothing is lost.</param>
public sealed record MappingDocument(JsonObject Json, IReadOnlyList<string> Losses);
