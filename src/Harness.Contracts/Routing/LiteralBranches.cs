using System.Collections.Frozen;

namespace Harness.Contracts.Routing;

/// <summary>The ways on behind literal segments, found without regard to case and without allocating.</summary>
internal sealed class LiteralBranches
{
    // A frozen dictionary costs more to build than a handful of comparisons ever save, and most nodes have one or two children.
    private const int Few = 4;

    private readonly KeyValuePair<string, RouteNode>[] _few;
    private readonly FrozenDictionary<string, RouteNode>.AlternateLookup<ReadOnlySpan<char>> _many;

    public LiteralBranches(IReadOnlyCollection<KeyValuePair<string, RouteNode>> branches)
    {
        _few = branches.Count <= Few ? [.. branches] : [];
        if (branches.Count > Few)
        {
            _many = branches.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        }

        Nodes = [.. branches.Select(branch => branch.Value)];
    }

    public IReadOnlyList<RouteNode> Nodes { get; }

    public RouteNode? Find(ReadOnlySpan<char> segment)
    {
        if (Nodes.Count > Few)
        {
            return _many.TryGetValue(segment, out RouteNode? next) ? next : null;
        }

        foreach (KeyValuePair<string, RouteNode> branch in _few)
        {
            if (segment.Equals(branch.Key, StringComparison.OrdinalIgnoreCase))
            {
                return branch.Value;
            }
        }

        return null;
    }
}
