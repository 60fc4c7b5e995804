using System.Collections.Frozen;
using Harness.Mock.Synthesis;
using Harness.Mock.World;

namespace Harness.Mock.State;

/// <summary>A tenant's changes as one family sees them: a user deleted in one portal is gone in all, a policy only in its own.</summary>
internal sealed class FamilyWorld(ChangeSet changes, string family, TenantWorld world) : IChangedWorld
{
    /// <summary>Ids that writes give out come after every pool's.</summary>
    private const int FirstCreated = 5000;

    private static readonly FrozenSet<string> Shared = FrozenSet.ToFrozenSet(
        [EntityKinds.User, EntityKinds.Group, EntityKinds.Device, EntityKinds.Application, EntityKinds.Domain, "site", "environment", "team", "incident", "alert"],
        StringComparer.Ordinal);

    /// <summary>A thing by its place in the kind's pool, or by the place that its making gave it.</summary>
    public Entity Pool(string kind, int ordinal) => world.Entity(kind, ordinal);

    public ThingKey KeyOf(in Entity entity, ulong parents) =>
        new(ScopeOf(entity.Kind ?? ""), entity.Kind ?? "", entity.Ordinal, entity.Key is null ? null : KeyTable.Normalize(entity.Key).ToLowerInvariant(), parents);

    public bool IsGone(in Entity entity, ulong parents)
    {
        ThingKey key = KeyOf(entity, parents);
        return changes.Gone.Contains(key) || (parents != 0 && changes.Gone.Contains(key with { Parents = 0 }));
    }

    public Entity? FindCreated(string kind, ulong parents, string key)
    {
        string scope = ScopeOf(kind);
        string wanted = KeyTable.Normalize(key);
        CreatedThing? found = changes.Created.Find(c => IsIn(c, scope, kind, parents) && string.Equals(c.Key, wanted, StringComparison.OrdinalIgnoreCase));
        return found is null ? null : world.Entity(kind, found.Ordinal);
    }

    public int[] Listed(string kind, ulong parents, int[] seeded)
    {
        string scope = ScopeOf(kind);
        return
        [
            .. seeded.Where(ordinal => !IsGone(world.Entity(kind, ordinal), parents)),
            .. changes.Created.Where(c => IsIn(c, scope, kind, parents)).Select(c => c.Ordinal).Where(ordinal => !IsGone(world.Entity(kind, ordinal), parents)),
        ];
    }

    /// <summary>What writes have given a thing, wherever it was changed; null for nothing.</summary>
    public Overlay? OverlayOf(in Entity entity, ulong parents)
    {
        ThingKey key = KeyOf(entity, parents);
        return changes.Things.GetValueOrDefault(key) ?? (parents == 0 ? null : changes.Things.GetValueOrDefault(key with { Parents = 0 }));
    }

    public Overlay? OverlayOf(string page) => changes.Pages.GetValueOrDefault(page);

    /// <summary>A thing that is in no pool and that no write has made yet; every second place, because only those show all they have.</summary>
    public Entity NextOf(string kind)
    {
        string scope = ScopeOf(kind);
        return world.Entity(kind, FirstCreated + (2 * changes.Created.Count(c => c.Kind == kind && c.Scope == scope)));
    }

    public string ScopeOf(string kind) => Shared.Contains(kind) ? "" : family;

    private static bool IsIn(CreatedThing created, string scope, string kind, ulong parents) =>
        created.Parents == parents && created.Kind == kind && created.Scope == scope;
}
