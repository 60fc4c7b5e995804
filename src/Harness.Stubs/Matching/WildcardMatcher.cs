using Harness.Stubs.Requests;

namespace Harness.Stubs.Matching;

/// <summary>The whole text, with <c>*</c> for any characters and <c>?</c> for one.</summary>
public sealed record WildcardMatcher : PatternMatcher
{
    protected override bool FitsPattern(int index, StubText value) => WildcardPattern.Matches(Patterns[index], value.Text, IgnoreCase);
}
