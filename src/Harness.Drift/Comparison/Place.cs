using Harness.Contracts.Schemas;
using Harness.Drift.Inference;

namespace Harness.Drift.Comparison;

/// <summary>One place of an endpoint's answers through all runs: what rules look at.</summary>
public sealed class Place
{
    private ShapeNode? _merged;
    private bool? _hasKeys;

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

    /// <summary>How many objects of tonight's document are known from an earlier run, whether or not they have the place.</summary>
    public int Subjects { get; init; }

    /// <summary>What the contract says here; null when it says nothing.</summary>
    public Schema? Schema { get; init; }

    /// <summary>All earlier runs together.</summary>
    public ShapeNode Before => _merged ??= Merge(History);

    /// <summary>Its members' names are data that changes from night to night: what is below them is looked at all together.</summary>
    public bool HasKeys => _hasKeys ??= KeySets.AreKeys(Before, Schema);

    public bool IsDocument => Parent is null;

    public bool IsElement => Pointer.EndsWith("/*", StringComparison.Ordinal);

    /// <summary>How long a fact about the place has not held; null when it holds tonight, or never did.</summary>
    /// <param name="holds">Null when the node cannot tell.</param>
    public Streak? Since(Func<ShapeNode, bool?> holds)
    {
        bool? Ask(ShapeNode? node) => node is null || node.Occurrences == 0 ? null : holds(node);
        Streak? streak = Streak.Of([.. History.Select(Ask)], Ask(Tonight));
        return streak is { } found ? found with { IsPaired = Subjects > 1 && IsPaired(found, Ask) } : null;
    }

    public Place Below(string name, Func<ShapeNode, ShapeNode?> step, Schema? schema) => new()
    {
        Pointer = $"{Pointer}/{(name.Length == 0 ? "*" : Escape(name))}",
        Name = name,
        Parent = this,
        History = [.. History.Select(n => n is null ? null : step(n))],
        Tonight = Tonight is null ? null : step(Tonight),
        Objects = [.. Objects.Select(p => p.Below(step)).Where(p => p.Before is not null || p.Tonight is not null)],
        Subjects = Subjects,
        Schema = schema,
    };

    /// <summary>A name as it stands in a pointer.</summary>
    public static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public static ShapeNode Merge(IEnumerable<ShapeNode?> nodes)
    {
        var merged = new ShapeNode();
        foreach (ShapeNode node in nodes.OfType<ShapeNode>())
        {
            merged.Absorb(node);
        }

        return merged;
    }

    // An edit takes something from one object, a change of the portal from all of them the same night: the chance that so many change
    // at once, when none did in as many nights before.
    private bool IsPaired(Streak streak, Func<ShapeNode?, bool?> ask)
    {
        int lost = Objects.Count(p => ask(p.Before) == true && ask(p.Tonight) == false);
        int nights = streak.Runs * Subjects;
        return streak.HeldAlways && Posterior.OfAbsence(nights, nights, lost) < Posterior.Gate;
    }
}
