using System.Text.Json.Nodes;

namespace Harness.Contracts.OpenApi;

/// <summary>One family's documents as one, with nothing in it that a contract does not need.</summary>
/// <param name="Json">An OpenAPI document whose references all begin with <c>#/components</c>.</param>
/// <param name="Title">From <c>info</c>; empty when there is none.</param>
/// <param name="SchemaNames">Own name of each schema component, by its name in the bundle.</param>
internal sealed record BundledDocument(JsonObject Json, string Title, IReadOnlyDictionary<string, string> SchemaNames);
