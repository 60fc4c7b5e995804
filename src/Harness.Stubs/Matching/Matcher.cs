using Harness.Stubs.Requests;

namespace Harness.Stubs.Matching;

/// <summary>A test of a path, a header's value, a body. Each kind is one file, and one line in <see cref="MatcherRegistry"/>.</summary>
public abstract record Matcher
{
    /// <summary>Turns the test round: what fits is refused.</summary>
    public bool Reject { get; init; }

    /// <summary>Of several values (a repeated header) one is enough to fit.</summary>
    public bool Accepts(IReadOnlyList<StubText> values)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (Fits(values[i]))
            {
                return !Reject;
            }
        }

        return Reject;
    }

    protected abstract bool Fits(StubText value);
}
