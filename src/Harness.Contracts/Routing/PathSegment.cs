namespace Harness.Contracts.Routing;

/// <summary>One segment of a path template: literal texts with parameters between them.</summary>
/// <remarks>Its texts are kept decoded and without spaces around <c>=</c>; <see cref="Text"/> keeps the contract's spelling.</remarks>
public sealed class PathSegment
{
    private readonly string[] _literals;
    private readonly string[] _names;

    internal PathSegment(string text, string[] literals, string[] names)
    {
        Text = text;
        _names = names;
        _literals = Array.ConvertAll(literals, literal => EqualsSpacing.Collapse(Uri.UnescapeDataString(literal)));
        LiteralLength = _literals.Sum(literal => literal.Length);
        Kind = (names.Length, LiteralLength) switch
        {
            (0, _) => PathSegmentKind.Literal,
            (1, 0) => PathSegmentKind.Parameter,
            _ => PathSegmentKind.Pattern,
        };
    }

    /// <summary>As the contract spells it.</summary>
    public string Text { get; }

    public PathSegmentKind Kind { get; }

    public IReadOnlyList<string> ParameterNames => _names;

    internal int LiteralLength { get; }

    internal string Literal => _literals[0];

    /// <summary>Equal for segments that admit the same texts, whatever their parameters are called.</summary>
    internal string Shape => string.Join('\0', _literals);

    /// <param name="decoded">A segment of a path, percent-decoded.</param>
    public bool Matches(ReadOnlySpan<char> decoded)
    {
        if (MatchesAsIs(decoded))
        {
            return true;
        }

        return EqualsSpacing.IsIn(decoded) && MatchesAsIs(EqualsSpacing.Collapse(decoded.ToString()));
    }

    /// <summary>Negative when this is the more specific one: literal before pattern before parameter, then the longer literal text.</summary>
    /// <remarks>Zero for two literals; for patterns only when they admit the same texts, lest their order decide which one wins.</remarks>
    public int CompareSpecificity(PathSegment other)
    {
        int byKind = Kind.CompareTo(other.Kind);
        if (byKind != 0 || Kind != PathSegmentKind.Pattern)
        {
            return byKind;
        }

        int byLength = other.LiteralLength.CompareTo(LiteralLength);
        int byNames = byLength != 0 ? byLength : _names.Length.CompareTo(other._names.Length);
        return byNames != 0 ? byNames : string.Compare(Shape, other.Shape, StringComparison.OrdinalIgnoreCase);
    }

    public override string ToString() => Text;

    internal bool MatchesAsIs(ReadOnlySpan<char> text) => Kind switch
    {
        PathSegmentKind.Literal => text.Equals(Literal, StringComparison.OrdinalIgnoreCase),
        PathSegmentKind.Parameter => !text.IsEmpty,
        _ => MatchesPattern(text, []),
    };

    /// <summary>Adds what the parameters stand for in a text that matches.</summary>
    internal void Capture(ReadOnlySpan<char> text, Span<string> values)
    {
        if (Kind == PathSegmentKind.Parameter)
        {
            values[0] = text.ToString();
        }
        else if (Kind == PathSegmentKind.Pattern)
        {
            MatchesPattern(text, values);
        }
    }

    internal string Fill(Func<string, string> valueOf)
    {
        string filled = PathEncoding.Encode(_literals[0]);
        for (int i = 0; i < _names.Length; i++)
        {
            filled += PathEncoding.Encode(valueOf(_names[i])) + PathEncoding.Encode(_literals[i + 1]);
        }

        return filled;
    }

    // A parameter admits any text, so taking each literal where it first occurs finds a match whenever there is one, in one pass.
    private bool MatchesPattern(ReadOnlySpan<char> text, Span<string> values)
    {
        if (text.Length < LiteralLength
            || !text.StartsWith(_literals[0], StringComparison.OrdinalIgnoreCase)
            || !text.EndsWith(_literals[^1], StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        ReadOnlySpan<char> rest = text[_literals[0].Length..^_literals[^1].Length];
        for (int i = 1; i < _names.Length; i++)
        {
            int at = rest.IndexOf(_literals[i], StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return false;
            }

            Keep(values, i - 1, rest[..at]);
            rest = rest[(at + _literals[i].Length)..];
        }

        Keep(values, _names.Length - 1, rest);
        return true;
    }

    private static void Keep(Span<string> values, int index, ReadOnlySpan<char> value)
    {
        if (!values.IsEmpty)
        {
            values[index] = value.ToString();
        }
    }
}
