using Harness.Contracts.Tenants;

namespace Harness.Mock.World;

/// <summary>The seeded world of one tenant: who and what is in it, whichever portal asks, in any order.</summary>
/// <remarks>Immutable; every value is a function of seed, tenant, kind, ordinal and property, dated by the clock's current UTC day.</remarks>
public sealed class TenantWorld
{
    private static readonly ulong IdHash = StableHash.Of("id");
    private static readonly ulong AppIdHash = StableHash.Of("appid");

    private readonly ulong _seed;
    private readonly TimeProvider _time;
    private readonly People _people;

    public TenantWorld(Tenant tenant, long seed, TimeProvider time)
    {
        Tenant = tenant;
        _time = time;
        _seed = StableHash.Mix(StableHash.Of(tenant.Id.ToString("D")), (ulong)seed);
        _people = new People(tenant, StableHash.Mix(_seed, StableHash.Of(EntityKinds.User)));
    }

    public Tenant Tenant { get; }

    /// <summary>Start of the clock's current UTC day, which all dates lie around: answers stay the same for a day.</summary>
    public DateTime Today => _time.GetUtcNow().UtcDateTime.Date;

    /// <summary>How many of a kind there are.</summary>
    public int PoolSize(string kind) => kind switch
    {
        EntityKinds.User => _people.Count,
        EntityKinds.Tenant => 1,
        EntityKinds.Domain => Math.Max(1, Tenant.Domains.Count),
        EntityKinds.Application => Tenant.Apps.Count + 3,
        EntityKinds.Role => WellKnownNames.Roles.Length,
        _ => 4 + StableHash.Below(StableHash.Mix(_seed, StableHash.Of(kind)), 5),
    };

    public Entity Entity(string kind, int ordinal) => new(kind, ordinal, StableHash.Mix(StableHash.Mix(_seed, StableHash.Of(kind)), (ulong)ordinal), null);

    /// <summary>A nameless thing that is the same whenever the same text asks for it.</summary>
    public Entity Thing(string? kind, string text) => new(kind, 0, StableHash.Mix(_seed, StableHash.OfIgnoringCase(text)), null);

    /// <summary>The entity that a caller names: the pool's own, or one made up for that id, where no list says which ids there are.</summary>
    public Entity Named(string kind, string value)
    {
        int ordinal = Find(kind, value);
        return ordinal >= 0 ? Entity(kind, ordinal) : Thing(kind, kind + "/" + value) with { Ordinal = -1, Key = value };
    }

    /// <summary>Another entity that <paramref name="from"/> refers to, always the same one.</summary>
    public Entity Referred(string kind, in Entity from) =>
        Entity(kind, StableHash.Below(StableHash.Mix(from.Seed, StableHash.Of(kind)), PoolSize(kind)));

    public Person Person(in Entity entity) => _people.Of(entity);

    public Guid IdOf(in Entity entity)
    {
        if (entity.Key is not null && Guid.TryParse(entity.Key, out Guid given))
        {
            return given;
        }

        return entity.Kind switch
        {
            EntityKinds.User => _people.Of(entity).ObjectId,
            EntityKinds.Tenant => Tenant.Id,
            _ => StableHash.Guid(StableHash.Mix(entity.Seed, IdHash)),
        };
    }

    /// <summary>An application's client id, which is not its object id.</summary>
    public Guid AppIdOf(in Entity application) =>
        (uint)application.Ordinal < (uint)Tenant.Apps.Count ? Tenant.Apps[application.Ordinal].ClientId
        : application.Key is not null && Guid.TryParse(application.Key, out Guid given) ? given
        : StableHash.Guid(StableHash.Mix(application.Seed, AppIdHash));

    /// <summary>Ids that are numbers count up from a start of the kind's own.</summary>
    public long NumberOf(in Entity entity) =>
        entity.Key is not null && long.TryParse(entity.Key, out long given) ? given
        : entity.Kind is null ? 1000 + StableHash.Below(entity.Seed, 1_000_000)
        : 1000 + StableHash.Below(StableHash.Mix(_seed, StableHash.Of(entity.Kind)), 8000) + Math.Max(0, entity.Ordinal);

    private int Find(string kind, string value)
    {
        if (kind == EntityKinds.User)
        {
            return _people.Find(value);
        }

        bool isGuid = Guid.TryParse(value, out Guid id);
        for (int i = 0, count = isGuid ? PoolSize(kind) : 0; i < count; i++)
        {
            Entity entity = Entity(kind, i);
            if (IdOf(entity) == id || (kind == EntityKinds.Application && AppIdOf(entity) == id))
            {
                return i;
            }
        }

        return kind == EntityKinds.Domain ? Tenant.Domains.ToList().FindIndex(d => string.Equals(d, value, StringComparison.OrdinalIgnoreCase)) : -1;
    }
}
