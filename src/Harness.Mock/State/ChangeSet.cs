using System.Collections.Immutable;

namespace Harness.Mock.State;

/// <summary>All that writes have changed in one tenant. Immutable: a read sees one moment.</summary>
/// <param name="Profile">The tenant it belongs to.</param>
/// <param name="Gone">Deleted things.</param>
/// <param name="Created">In the order they were made.</param>
/// <param name="Things">Properties given to things.</param>
/// <param name="Pages">Properties given to what a path without an id shows, by host and path.</param>
internal sealed record ChangeSet(
    string Profile,
    ImmutableHashSet<ThingKey> Gone,
    ImmutableList<CreatedThing> Created,
    ImmutableDictionary<ThingKey, Overlay> Things,
    ImmutableDictionary<string, Overlay> Pages)
{
    public static ChangeSet For(string profile) =>
        new(profile, [], [], ImmutableDictionary<ThingKey, Overlay>.Empty, ImmutableDictionary.Create<string, Overlay>(StringComparer.OrdinalIgnoreCase));
}
