using System.Text.Json.Nodes;
using Harness.Stubs.Requests;

namespace Harness.Stubs.Matching;

/// <summary>A JSON body that says the same as a given one, or at least as much.</summary>
public sealed record JsonMatcher : Matcher
{
    /// <summary>What the body is compared with; null is JSON's null.</summary>
    public required JsonNode? Pattern { get; init; }

    /// <summary>Names and texts without regard to case.</summary>
    public bool IgnoreCase { get; init; }

    /// <summary>Texts of the pattern are regular expressions.</summary>
    public bool Regex { get; init; }

    /// <summary>Texts of the pattern are wildcards.</summary>
    public bool Wildcard { get; init; }

    public bool IgnoreArrayOrder { get; init; }

    /// <summary>The body may have more members and elements than the pattern.</summary>
    public bool IgnoreExtraElements { get; init; }

    protected override bool Fits(StubText value) => value.IsJson && new JsonComparison(this).IsMatch(Pattern, value.Json);
}
