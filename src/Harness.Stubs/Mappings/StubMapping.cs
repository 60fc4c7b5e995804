using System.Text.Json.Nodes;
using Harness.Contracts;

namespace Harness.Stubs.Mappings;

/// <summary>A canned reply and the calls it is for, whichever dialect it was written in.</summary>
public sealed record StubMapping
{
    /// <summary>Null when the file gives none.</summary>
    public Guid? Id { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    /// <summary>The lower number wins. The dialects' defaults (0 and 5) are already in it, so that files of both can lie side by side.</summary>
    public int Priority { get; init; }

    public ScenarioStep? Scenario { get; init; }

    /// <summary>Notes that the mapping carries along.</summary>
    public JsonNode? Metadata { get; init; }

    public required RequestPattern Request { get; init; }

    public required ResponseDefinition Response { get; init; }

    /// <summary>Where it was written; the default for one that came over the wire.</summary>
    public SourceLocation Source { get; init; }

    /// <summary>How journals and problems call it.</summary>
    public string Name => Title ?? (Source.File is { Length: > 0 } ? Source.ToString() : Id?.ToString() ?? "a stub without a title");
}
