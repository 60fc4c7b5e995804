using Harness.Contracts.Schemas;
using Harness.Drift.Inference;

namespace Harness.Drift.Comparison;

/// <summary>One place of an endpoint's answers through all runs: what rules look at.</summary>
public sealed class Place
{
    private ShapeNode? _merged;

    /// <summary>Instance pointer, <c>*</c> for elements and map values; empty for the document.</summary>
    public required string Pointer { get; init; }

    /// <summary>Name of the member, empty for the document, elements and map values.</summary>
    public string Name { get; init; } = "";

    public Place? Parent { get; init; }

    /// <summary>One a run, oldest first; null for a run that did not have the place.</summary>
    public required IReadOnlyList<ShapeNode?> History { get; init; }

    public required ShapeNode? Tonight { get; init; }

    /// <summary>The same place in objects that are known from an earlier run.</summary>
    public IReadOnlyList<NodePair> Objects { get; init; } = [];

    /// <summary>What the contract says here; null when it says nothing.</summary>
    public Schema? Schema { get; init; }

    /// <summary>All earlier runs together.</summary>
    public ShapeNode Before => _merged ??= Merge(History);

    public bool IsDocument => Parent is null;

    public bool IsElement => Pointer.EndsWith("/*", StringComparison.Ordinal);

    /// <summary>How long a fact about the place has not held; null when it holds tonight, or never did.</summary>
    /// <param name="holds">Null when the node cannot tell.</param>
    public Streak? Since(Func<ShapeNode, bool?> holds)
    {
        bool? Ask(ShapeNode? node) => node is null || node.Occurrences == 0 ? null : holds(node);
        Streak? streak = Streak.Of([.. History.Select(Ask)], Ask(Tonight));
        return streak is { } found ? found with { IsPaired = IsPaired(found, Ask) } : null;
    }

    public Place Below(string name, Func<ShapeNode, ShapeNode?> step, Schema? schema) => new()
    {
        Pointer = $"{Pointer}/{(name.Length == 0 ? "*" : name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal))}",
        Name = name,
        Parent = this,
        History = [.. History.Select(n => n is null ? null : step(n))],
        Tonight = Tonight is null ? null : step(Tonight),
        Objects = [.. Objects.Select(p => p.Below(step)).Where(p => p.Before is not null || p.Tonight is not null)],
        Schema = schema,
    };

    public static ShapeNode Merge(IEnumerable<ShapeNode?> nodes)
    {
        var merged = new ShapeNode();
        foreach (ShapeNode node in nodes.OfType<ShapeNode>())
        {
            merged.Absorb(node);
        }

        return merged;
    }

    // Only where it always held: what comes and goes comes and goes for one object too.
    private bool IsPaired(Streak streak, Func<ShapeNode?, bool?> ask) =>
        streak is { HeldAlways: true, Runs: >= 2 } && Objects.Any(p => ask(p.Before) == true && ask(p.Tonight) == false);
}
