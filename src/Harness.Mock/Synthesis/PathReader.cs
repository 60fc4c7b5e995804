using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>Looks a call's path values up in the lists they come from.</summary>
internal sealed class PathReader(TenantWorld world, SeededKeys keys)
{
    /// <param name="changed">What writes have made of the world; null as long as there were none.</param>
    public PathReading Read(OperationLinks links, IReadOnlyDictionary<string, string> values, IChangedWorld? changed = null)
    {
        if (links.Path.Sites.Count == 0)
        {
            return PathReading.Empty;
        }

        PathWalk walk = new();
        Entity? named = null;
        KeyLink? namedIn = null;
        ulong namedBelow = 0;
        for (int i = 0; i < links.Path.Sites.Count; i++)
        {
            PathSite site = links.Path.Sites[i];
            string value = ValueOf(values, site.Name);
            KeyLink? link = links.Sites[i];
            ulong below = link is null ? walk.All : walk.ParentsOf(link);
            Entity? entity = link is null ? Unlisted(site, value) : Listed(link, value, below, changed);
            if (entity is { } found ? changed?.IsGone(found, below) == true : link is not null)
            {
                return PathReading.Empty with { Missing = new NoSuchObject(site.Name, value, link?.List.Operation.Path ?? links.Path.Text) };
            }

            bool isRoot = site.IsLast && entity is not null;
            if (isRoot)
            {
                (named, namedIn, namedBelow) = (entity, link, below);
            }

            walk.Add(site, entity, value, repeats: link is null || !isRoot);
        }

        return new PathReading(null, named, walk.Entities, walk.Echoes, walk.All) { NamedIn = namedIn, NamedBelow = namedBelow };
    }

    private static string ValueOf(IReadOnlyDictionary<string, string> values, string name) =>
        values.TryGetValue(name, out string? value) ? value
        : values.FirstOrDefault(p => string.Equals(p.Key, name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    private Entity? Listed(KeyLink link, string value, ulong parents, IChangedWorld? changed)
    {
        if (changed?.FindCreated(link.List.Kind, parents, value) is { } created)
        {
            return created;
        }

        int ordinal = keys.Of(link).Find(value);
        if (ordinal < 0 && link.List.Kind == EntityKinds.User && value.Contains('@', StringComparison.Ordinal))
        {
            // Users go by their principal name wherever they go by their id.
            Entity user = world.Named(EntityKinds.User, value);
            ordinal = user.Ordinal >= 0 && user.Ordinal < KeyTable.SizeOf(link.List, world) ? user.Ordinal : -1;
        }

        return ordinal >= 0 && SeededKeys.IsBelow(link.List, ordinal, parents) ? world.Entity(link.List.Kind, ordinal) : null;
    }

    // No list says which ids there are. A kind that all portals share is still looked up, so that names agree with the id.
    private Entity? Unlisted(PathSite site, string value) => site.EntityKind is { } kind ? world.Named(kind, value) : null;
}
