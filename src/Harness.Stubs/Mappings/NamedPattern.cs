using Harness.Stubs.Matching;
using Harness.Stubs.Requests;

namespace Harness.Stubs.Mappings;

/// <summary>What a header, cookie or query parameter must be.</summary>
public sealed record NamedPattern(string Name, MatcherSet Matchers)
{
    /// <summary>Whether the name's case counts not either. Headers never mind it.</summary>
    public bool IgnoreCase { get; init; }

    /// <summary>Whether a call without it is accepted. Only a call that has it is shown to the matchers.</summary>
    public bool AcceptsAbsent { get; init; }

    public bool Accepts(IReadOnlyList<StubText> values) => values.Count == 0 ? AcceptsAbsent : Matchers.Accepts(values);
}
