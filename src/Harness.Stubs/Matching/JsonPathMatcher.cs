using Harness.Stubs.Requests;

namespace Harness.Stubs.Matching;

/// <summary>A JSON body in which a JSONPath finds something.</summary>
public sealed record JsonPathMatcher : PatternMatcher
{
    /// <summary>What the found value must be; null when it need only be there. WireMock has this, WireMock.Net does not.</summary>
    public MatcherSet? Value { get; init; }

    protected override bool FitsPattern(int index, StubText value)
    {
        if (value.Token is not { } document)
        {
            return false;
        }

        IEnumerable<StubText> found = JsonPathQuery.Select(document, Patterns[index]).Select(t => new StubText(t));
        return Value is null ? found.Any() : found.Any(f => Value.Accepts([f]));
    }
}
