namespace Harness.Contracts.Routing;

/// <summary>Says in what a path differs from a template that it does not match.</summary>
internal sealed class PathComparison
{
    private readonly string[] _path;
    private readonly bool _endsWithSlash;

    /// <param name="segments">Percent-decoded.</param>
    public PathComparison(string[] segments)
    {
        _endsWithSlash = segments is [_, .., ""];
        _path = _endsWithSlash ? segments[..^1] : segments;
    }

    /// <summary>Null when they differ in more than one thing and do not even begin alike.</summary>
    public PathDifference? With(PathTemplate template)
    {
        PathSegment[] expected = [.. template.EndsWithSlash ? template.Segments.SkipLast(1) : template.Segments];
        int shared = Math.Min(expected.Length, _path.Length);
        int front = 0;
        while (front < shared && expected[front].Matches(_path[front]))
        {
            front++;
        }

        int back = 0;
        while (back < shared - front && expected[^(back + 1)].Matches(_path[^(back + 1)]))
        {
            back++;
        }

        int literals = Literals(expected[..front]) + Literals(expected[(expected.Length - back)..]);
        if (front == expected.Length && front == _path.Length)
        {
            return template.EndsWithSlash == _endsWithSlash
                ? new PathDifference(null, 0, "")
                : new PathDifference(NearMissKind.TrailingSlash, 0, $"the trailing slash is {(template.EndsWithSlash ? "missing" : "too many")}");
        }

        return literals == 0 ? null : (_path.Length - expected.Length) switch
        {
            0 when front + back == _path.Length - 1 => Differing(expected, front),
            < 0 when front + back == _path.Length => Missing(expected, front),
            > 0 when front + back == expected.Length => Extra(expected, front),
            _ => Beginning(front, Literals(expected[..front])),
        };
    }

    // A typing mistake ranks before a missing segment, another word altogether behind it.
    private PathDifference Differing(PathSegment[] expected, int at) => new(
        NearMissKind.SegmentDiffers,
        EditDistance.Permille(_path[at], expected[at].Text) * 3 / 10,
        $"segment {at + 1} is '{_path[at]}' where the contract has '{expected[at]}'");

    private PathDifference? Missing(PathSegment[] expected, int at)
    {
        int count = expected.Length - _path.Length;
        string missing = string.Join('/', expected.Skip(at).Take(count));
        return at switch
        {
            0 => new PathDifference(NearMissKind.MissingPrefix, count, $"the prefix '/{missing}' is missing"),
            _ when count > 1 => Beginning(at, Literals(expected[..at])),
            _ => new PathDifference(
                NearMissKind.SegmentMissing,
                1,
                missing.Length == 0 ? $"segment {at + 1} is empty in the contract: a double slash" : $"segment {at + 1} is missing: '{missing}'"),
        };
    }

    private PathDifference? Extra(PathSegment[] expected, int at)
    {
        int count = _path.Length - expected.Length;
        string extra = string.Join('/', _path.Skip(at).Take(count));
        return at switch
        {
            0 => new PathDifference(NearMissKind.ExtraPrefix, count, $"the prefix '/{extra}' is too many"),
            _ when count > 1 => Beginning(at, Literals(expected[..at])),
            _ => new PathDifference(
                NearMissKind.SegmentExtra,
                1,
                extra.Length == 0 ? $"segment {at + 1} is empty: a double slash the contract lacks" : $"segment {at + 1} is too many: '{extra}'"),
        };
    }

    // One literal alone (a family's base path) is no likeness.
    private PathDifference? Beginning(int front, int literals) => literals < 2
        ? null
        : new PathDifference(NearMissKind.SameBeginning, _path.Length - front, $"only '/{string.Join('/', _path.Take(front))}' is the same");

    private static int Literals(PathSegment[] segments) => segments.Count(segment => segment.Kind != PathSegmentKind.Parameter);
}
