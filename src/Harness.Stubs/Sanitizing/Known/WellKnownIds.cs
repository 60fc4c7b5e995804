using System.Collections.Frozen;

namespace Harness.Stubs.Sanitizing.Known;

/// <summary>Ids that mean the same in every tenant: role templates, Microsoft's applications, products. They survive sanitizing.</summary>
public static class WellKnownIds
{
    private static readonly FrozenSet<Guid> Listed = KnownList.Lines("well-known-ids.txt").Select(Guid.Parse).ToFrozenSet();

    public static bool Contains(Guid id) => Listed.Contains(id) || IsReserved(id);

    // Numbered ids of the oldest services, and ids of one repeated digit such as the empty one.
    private static bool IsReserved(Guid id)
    {
        Span<char> text = stackalloc char[36];
        id.TryFormat(text, out _);
        return text.EndsWith("-0000-0000-c000-000000000000")
            || text.EndsWith("-0000-0ff1-ce00-000000000000")
            || text.EndsWith("-0000-0000-c000-000000000046")
            || !text.ContainsAnyExcept(text[0], '-');
    }
}
