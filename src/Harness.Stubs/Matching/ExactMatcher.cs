using Harness.Stubs.Requests;

namespace Harness.Stubs.Matching;

/// <summary>The whole text, letter by letter.</summary>
public sealed record ExactMatcher : PatternMatcher
{
    protected override bool FitsPattern(int index, StubText value) =>
        value.Text.Equals(Patterns[index], IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
