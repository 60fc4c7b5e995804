using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>What the values of a path stand for in a world.</summary>
/// <param name="Missing">Set when a value is an id that its list does not give out; the rest says nothing then.</param>
/// <param name="Named">The thing the path ends in; null when it does not end in an id.</param>
/// <param name="Parents">Stands for the values of a list's own path; 0 when it has none.</param>
internal sealed record PathReading(NoSuchObject? Missing, Entity? Named, IReadOnlyList<Entity> Entities, IReadOnlyList<Echo> Echoes, ulong Parents)
{
    public static readonly PathReading Empty = new(null, null, [], [], 0);

    /// <summary>The list that knows <see cref="Named"/>; null when none does.</summary>
    public KeyLink? NamedIn { get; init; }

    /// <summary>Stands for the values before the one that <see cref="Named"/> goes by.</summary>
    public ulong NamedBelow { get; init; }
}
