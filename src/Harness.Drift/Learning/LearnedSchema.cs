using System.Text.Json.Nodes;
using Harness.Contracts.Schemas;

namespace Harness.Drift.Learning;

/// <summary>A schema that every document it was learned from keeps to.</summary>
/// <param name="Json">As OpenAPI has it.</param>
/// <param name="Schema">The same, compiled.</param>
public sealed record LearnedSchema(JsonObject Json, Schema Schema)
{
    /// <summary>Whether it tells a client more than that something is there.</summary>
    public bool SaysSomething => TypedLeaves.Any(Schema);
}
