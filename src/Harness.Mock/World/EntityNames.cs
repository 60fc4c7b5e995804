namespace Harness.Mock.World;

/// <summary>What an entity is called, the same in every portal that shows it.</summary>
internal static class EntityNames
{
    public static string Of(TenantWorld world, in Entity entity) => entity.Kind switch
    {
        EntityKinds.User => world.Person(entity).DisplayName,
        EntityKinds.Tenant => world.Tenant.DisplayName,
        EntityKinds.Domain => DomainOf(world, entity),
        EntityKinds.Device => DeviceOf(entity),
        EntityKinds.Application => ApplicationOf(world, entity),
        EntityKinds.Role => Next(WellKnownNames.Roles, entity),
        EntityKinds.Group => Next(WellKnownNames.Departments, entity) + " team",
        "team" => Next(WellKnownNames.Departments, entity),
        "site" => Next(WellKnownNames.Departments, entity) + " site",
        "incident" => Next(WellKnownNames.Incidents, entity),
        "alert" => Next(WellKnownNames.Alerts, entity),
        "policy" => Next(WellKnownNames.Policies, entity),
        "license" => Next(WellKnownNames.Licenses, entity),
        "environment" => $"{world.Tenant.DisplayName} ({Next(WellKnownNames.Environments, entity)})",
        null => Vocabulary.Pick(Vocabulary.CatchPhrases, entity.Seed),
        _ => Vocabulary.CatchPhrases[(int)((StableHash.Of(entity.Kind) + (ulong)Math.Max(0, entity.Ordinal)) % (ulong)Vocabulary.CatchPhrases.Length)],
    };

    public static string DomainOf(TenantWorld world, in Entity entity) =>
        entity.Kind == EntityKinds.Domain && (uint)entity.Ordinal < (uint)world.Tenant.Domains.Count ? world.Tenant.Domains[entity.Ordinal]
        : entity.Kind == EntityKinds.Domain && entity.Key is not null ? entity.Key
        : world.Tenant.Domains[0];

    public static string DeviceOf(in Entity entity)
    {
        string prefix = (entity.Seed % 4) switch { 0 => "LAPTOP-", 1 => "DESKTOP-", 2 => "PC-", _ => "SRV-" };
        return prefix + StableHash.Hex(entity.Seed, 6).ToUpperInvariant();
    }

    private static string ApplicationOf(TenantWorld world, in Entity entity) => (uint)entity.Ordinal < (uint)world.Tenant.Apps.Count
        ? world.Tenant.Apps[entity.Ordinal].Name
        : Vocabulary.Pick(Vocabulary.Companies, entity.Seed) + " Connector";

    // Neighbors in a pool differ: the ordinal moves through the list.
    private static string Next(string[] names, in Entity entity) =>
        entity.Ordinal < 0 ? Vocabulary.Pick(names, entity.Seed) : names[entity.Ordinal % names.Length];
}
