using Harness.Stubs.Requests;

namespace Harness.Stubs.Matching;

/// <summary>The matchers for one thing, and how they combine. None accepts everything.</summary>
public sealed record MatcherSet(IReadOnlyList<Matcher> Matchers, MatchOperator Operator = MatchOperator.Or)
{
    public bool Accepts(IReadOnlyList<StubText> values)
    {
        for (int i = 0; i < Matchers.Count; i++)
        {
            if (Matchers[i].Accepts(values) != (Operator == MatchOperator.And))
            {
                return Operator == MatchOperator.Or;
            }
        }

        return Matchers.Count == 0 || Operator == MatchOperator.And;
    }
}
