namespace Harness.Mock.World;

/// <summary>What a JSON object describes: the third user, the incident with this id, or a nameless part of something else.</summary>
/// <param name="Kind">A kind of <see cref="EntityKinds"/>, or the singular name of a collection; null for a nameless part.</param>
/// <param name="Ordinal">Place in the kind's pool or in its array; -1 when the caller named an id that no pool holds.</param>
/// <param name="Seed">All values of the entity grow from it.</param>
/// <param name="Key">The id as the caller gave it, where no pool holds it.</param>
public readonly record struct Entity(string? Kind, int Ordinal, ulong Seed, string? Key)
{
    /// <summary>A nameless part of something, e.g. one address of a user.</summary>
    public static Entity Part(ulong seed, int ordinal) => new(null, ordinal, seed, null);
}
