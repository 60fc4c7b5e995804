namespace Harness.Contracts.Routing;

/// <summary>The way on behind a segment that has parameters in its text.</summary>
internal sealed record PatternBranch(PathSegment Segment, RouteNode Next)
{
    public bool Admits(in PathText path, int depth) =>
        Segment.MatchesAsIs(path.Text(depth)) || (path.HasCanonical(depth) && Segment.MatchesAsIs(path.Canonical(depth)));
}
