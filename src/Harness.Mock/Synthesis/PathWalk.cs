using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>What is gathered while a path is read from left to right.</summary>
internal sealed class PathWalk
{
    // One entry more than there are parameters read: what all before each of them stand for.
    private readonly List<ulong> _parents = [0];

    public List<Entity> Entities { get; } = [];

    public List<Echo> Echoes { get; } = [];

    public ulong All => _parents[^1];

    /// <summary>A list's own path has fewer parameters than the detail route's.</summary>
    public ulong ParentsOf(KeyLink link) => _parents[Math.Min(link.List.Path.Sites.Count, _parents.Count - 1)];

    public void Add(PathSite site, Entity? entity, string value, bool repeats)
    {
        // There is one tenant: its id in a path chooses nothing.
        if (entity?.Kind != EntityKinds.Tenant)
        {
            _parents.Add(StableHash.Mix(All, entity?.Seed ?? StableHash.OfIgnoringCase(value)));
        }
        else
        {
            _parents.Add(All);
        }

        if (entity is { } known)
        {
            Entities.Add(known);
        }

        if (repeats && value.Length > 0)
        {
            Echoes.Add(new Echo(site.Meaning.Hash, value, site.IsPlain));
        }
    }
}
