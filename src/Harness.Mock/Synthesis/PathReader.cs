using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>Looks a call's path values up in the lists they come from.</summary>
internal sealed class PathReader(TenantWorld world, SeededKeys keys)
{
    public PathReading Read(OperationLinks links, IReadOnlyDictionary<string, string> values)
    {
        if (links.Path.Sites.Count == 0)
        {
            return PathReading.Empty;
        }

        PathWalk walk = new();
        Entity? named = null;
        for (int i = 0; i < links.Path.Sites.Count; i++)
        {
            PathSite site = links.Path.Sites[i];
            string value = ValueOf(values, site.Name);
            KeyLink? link = links.Sites[i];
            Entity? entity = link is null ? Unlisted(site, value) : Listed(link, value, walk.ParentsOf(link));
            if (link is not null && entity is null)
            {
                return PathReading.Empty with { Missing = new NoSuchObject(site.Name, value, link.List.Operation.Path) };
            }

            bool isRoot = site.IsLast && entity is not null;
            named = isRoot ? entity : named;
            walk.Add(site, entity, value, repeats: link is null || !isRoot);
        }

        return new PathReading(null, named, walk.Entities, walk.Echoes, walk.All);
    }

    private static string ValueOf(IReadOnlyDictionary<string, string> values, string name) =>
        values.TryGetValue(name, out string? value) ? value
        : values.FirstOrDefault(p => string.Equals(p.Key, name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    private Entity? Listed(KeyLink link, string value, ulong parents)
    {
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
