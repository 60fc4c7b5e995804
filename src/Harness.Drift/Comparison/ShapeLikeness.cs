using Harness.Drift.Inference;

namespace Harness.Drift.Comparison;

/// <summary>Whether two places hold the same sort of thing, so that one of them is the other under a new name.</summary>
public static class ShapeLikeness
{
    public static bool AreAlike(ShapeNode left, ShapeNode right)
    {
        IReadOnlyList<Tally> kinds = ShapeWords.Kinds(left);
        IReadOnlyList<Tally> others = ShapeWords.Kinds(right);
        // Of a few values some kinds are missing by chance, and a few free texts may all look like numbers.
        bool isWithin = kinds.Count > 0 && others.Count > 0 && (!kinds.Except(others).Any() || !others.Except(kinds).Any());
        if (!isWithin || (ShapeWords.Format(left) is { } format && ShapeWords.Format(right) is { } other && format != other))
        {
            return false;
        }

        return ShareMembers(left, right) && (left.Items is null || right.Items is null || AreAlike(left.Items, right.Items));
    }

    /// <summary>Most members of the two have the same names; true as well when neither has any.</summary>
    public static bool ShareMembers(ShapeNode left, ShapeNode right)
    {
        int all = left.Members.Select(m => m.Name).Union(right.Members.Select(m => m.Name), StringComparer.Ordinal).Count();
        return all == 0 || Shared(left, right) * 5 >= all * 3;
    }

    public static int Shared(ShapeNode left, ShapeNode right) => left.Members.Count(m => right.FindMember(m.Name) is not null);

    /// <summary>Names that a person would take for one: another case, a suffix, a few letters.</summary>
    public static bool AreNamesAlike(string left, string right)
    {
        string shorter = left.Length <= right.Length ? left : right;
        string longer = left.Length <= right.Length ? right : left;
        return longer.Contains(shorter, StringComparison.OrdinalIgnoreCase) || CommonStart(left, right) * 2 >= longer.Length;
    }

    private static int CommonStart(string left, string right)
    {
        int length = 0;
        while (length < left.Length && length < right.Length && char.ToLowerInvariant(left[length]) == char.ToLowerInvariant(right[length]))
        {
            length++;
        }

        return length;
    }
}
