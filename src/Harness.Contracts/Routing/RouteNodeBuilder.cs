namespace Harness.Contracts.Routing;

/// <summary>A node of the segment trie while templates are still being added.</summary>
internal sealed class RouteNodeBuilder
{
    private readonly Dictionary<string, RouteNodeBuilder> _literals = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (PathSegment Segment, RouteNodeBuilder Next)> _patterns = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<RouteEndpoint> _endpoints = [];
    private RouteNodeBuilder? _parameter;

    /// <summary>Adds an operation unless an earlier one has the same method and path: of two families on one host the first answers.</summary>
    public void Add(RouteEndpoint endpoint)
    {
        RouteNodeBuilder node = this;
        foreach (PathSegment segment in endpoint.Template.Segments)
        {
            node = node.Next(segment);
        }

        if (!node._endpoints.Exists(known => string.Equals(known.Method, endpoint.Method, StringComparison.OrdinalIgnoreCase)))
        {
            node._endpoints.Add(endpoint);
        }
    }

    public RouteNode Freeze() => new(
        new LiteralBranches([.. _literals.Select(branch => KeyValuePair.Create(branch.Key, branch.Value.Freeze()))]),
        new PatternBranches([.. _patterns.Values
            .Order(Comparer<(PathSegment Segment, RouteNodeBuilder Next)>.Create((a, b) => a.Segment.CompareSpecificity(b.Segment)))
            .Select(branch => new PatternBranch(branch.Segment, branch.Next.Freeze()))]),
        _parameter?.Freeze(),
        [.. _endpoints]);

    private RouteNodeBuilder Next(PathSegment segment)
    {
        switch (segment.Kind)
        {
            case PathSegmentKind.Literal:
                if (!_literals.TryGetValue(segment.Literal, out RouteNodeBuilder? next))
                {
                    _literals.Add(segment.Literal, next = new RouteNodeBuilder());
                }

                return next;

            case PathSegmentKind.Pattern:
                if (!_patterns.TryGetValue(segment.Shape, out (PathSegment Segment, RouteNodeBuilder Next) branch))
                {
                    _patterns.Add(segment.Shape, branch = (segment, new RouteNodeBuilder()));
                }

                return branch.Next;

            default:
                return _parameter ??= new RouteNodeBuilder();
        }
    }
}
