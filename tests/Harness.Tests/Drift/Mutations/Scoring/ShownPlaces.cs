using Harness.Drift.Inference;
using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Scoring;

/// <summary>Tells whether an answer showed a place at all: a change of what does not come cannot be seen.</summary>
internal static class ShownPlaces
{
    public static bool Shows(Shape? shape, string pointer)
    {
        ShapeNode? node = shape?.Root;
        foreach (string step in pointer.Split('/').Skip(1).Select(s => s.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        {
            node = step == Spot.Any ? node?.Items ?? node?.MapValues : node?.FindMember(step);
        }

        return node is { Present: > 0 };
    }
}
