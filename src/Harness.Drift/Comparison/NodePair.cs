using Harness.Drift.Inference;

namespace Harness.Drift.Comparison;

/// <summary>One place in what was said of the same object before, and tonight.</summary>
public sealed record NodePair(ShapeNode? Before, ShapeNode? Tonight)
{
    public NodePair Below(Func<ShapeNode, ShapeNode?> step) => new(Before is null ? null : step(Before), Tonight is null ? null : step(Tonight));
}
