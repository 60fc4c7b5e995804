using Harness.Contracts.Schemas;
using Harness.Drift.Inference;

namespace Harness.Drift.Comparison;

/// <summary>Tells objects whose keys are data, though they look like names, from objects with named members.</summary>
internal static class KeySets
{
    private const int FewestNames = 8;
    private const int FewestObjects = 3;

    /// <summary>Many names, each object has few of them, and none is in most objects.</summary>
    public static bool AreKeys(ShapeNode before, Schema? contract)
    {
        long objects = before[Tally.Object];
        return before.Members.Count >= FewestNames && objects >= FewestObjects && before.Variants.All.Count < 2
            && contract?.Properties.Any(p => before.FindMember(p.Name) is not null) != true
            && before.Members.Sum(m => m.Node.Occurrences) * 10 <= objects * before.Members.Count * 3
            && before.Members.All(m => m.Node.Occurrences * 2 <= objects);
    }

    /// <summary>What stands under all keys together.</summary>
    public static ShapeNode? Values(ShapeNode node) =>
        node.Members.Count == 0 ? node.MapValues : Place.Merge(node.Members.Select(m => m.Node).Append(node.MapValues));
}
