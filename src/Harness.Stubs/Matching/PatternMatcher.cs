using Harness.Stubs.Requests;

namespace Harness.Stubs.Matching;

/// <summary>A matcher with one or more patterns in text form.</summary>
public abstract record PatternMatcher : Matcher
{
    public required IReadOnlyList<string> Patterns { get; init; }

    public bool IgnoreCase { get; init; }

    /// <summary>Whether all patterns must fit, rather than one.</summary>
    public MatchOperator Operator { get; init; }

    protected sealed override bool Fits(StubText value)
    {
        for (int i = 0; i < Patterns.Count; i++)
        {
            if (FitsPattern(i, value) != (Operator == MatchOperator.And))
            {
                return Operator == MatchOperator.Or;
            }
        }

        return Operator == MatchOperator.And;
    }

    protected abstract bool FitsPattern(int index, StubText value);
}
