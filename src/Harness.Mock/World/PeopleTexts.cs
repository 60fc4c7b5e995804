namespace Harness.Mock.World;

/// <summary>Who somebody or something is: names, addresses, positions.</summary>
internal static class PeopleTexts
{
    public static readonly (ValueRole Role, TextMaker Maker)[] Makers =
    [
        (ValueRole.Identity, IdentityOf),
        (ValueRole.AppIdentity, static (world, in entity, _) => world.AppIdOf(entity).ToString("D")),
        (ValueRole.DisplayName, static (world, in entity, _) => EntityNames.Of(world, entity)),
        (ValueRole.Label, static (world, in entity, hash) => entity.Kind is null ? Vocabulary.Pick(Vocabulary.CatchPhrases, hash) : EntityNames.Of(world, entity)),
        (ValueRole.GivenName, static (world, in entity, _) => world.Person(entity).GivenName),
        (ValueRole.Surname, static (world, in entity, _) => world.Person(entity).Surname),
        (ValueRole.Upn, static (world, in entity, _) => world.Person(entity).Upn),
        (ValueRole.UserText, static (world, in entity, _) => world.Person(entity).Upn),
        (ValueRole.Mail, MailOf),
        (ValueRole.JobTitle, static (world, in entity, _) => world.Person(entity).JobTitle),
        (ValueRole.Department, static (world, in entity, hash) =>
            entity.Kind == EntityKinds.User ? world.Person(entity).Department : Vocabulary.Pick(WellKnownNames.Departments, hash)),
        (ValueRole.TenantName, static (world, in _, _) => world.Tenant.DisplayName),
        (ValueRole.DomainName, static (world, in entity, _) => EntityNames.DomainOf(world, entity)),
        (ValueRole.Company, static (_, in _, hash) => Vocabulary.Pick(Vocabulary.Companies, hash)),
        (ValueRole.Phone, static (_, in _, hash) => $"+1 425 555 01{StableHash.Below(hash, 100):D2}"),
        (ValueRole.Sid, static (_, in entity, _) => $"S-1-5-21-{entity.Seed >> 40}-{(entity.Seed >> 20) & 0xFFFFF}-{entity.Seed & 0xFFFFF}-{1000 + (entity.Seed & 0xFFF)}"),
    ];

    private static string IdentityOf(TenantWorld world, in Entity entity, ulong hash) => entity.Kind switch
    {
        null => StableHash.Guid(hash).ToString("D"),
        EntityKinds.Domain => EntityNames.DomainOf(world, entity),
        "incident" => world.NumberOf(entity).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => world.IdOf(entity).ToString("D"),
    };

    private static string MailOf(TenantWorld world, in Entity entity, ulong hash) => entity.Kind switch
    {
        EntityKinds.User => world.Person(entity).Mail,
        null => WorldText.Slug(hash) + "@" + world.Tenant.Domains[0],
        _ => string.Concat(EntityNames.Of(world, entity).ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)) + "@" + world.Tenant.Domains[0],
    };
}
