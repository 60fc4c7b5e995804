using Harness.Stubs.Requests;

namespace Harness.Stubs.Matching;

/// <summary>Anything but nothing.</summary>
public sealed record NotNullOrEmptyMatcher : Matcher
{
    protected override bool Fits(StubText value) => value.Text.Length > 0;
}
