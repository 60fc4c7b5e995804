namespace Harness.Mock.World;

/// <summary>Where something is: addresses of people and of machines.</summary>
internal static class PlaceTexts
{
    private static readonly string[] Countries = ["US", "GB", "DE", "FR", "NL", "JP", "AU", "CA", "SE", "BR"];
    private static readonly string[] Languages = ["en-US", "en-GB", "de-DE", "fr-FR", "ja-JP", "nl-NL"];
    private static readonly string[] TimeZones = ["UTC", "Pacific Standard Time", "W. Europe Standard Time", "GMT Standard Time", "Tokyo Standard Time"];
    private static readonly string[] Regions = ["northamerica", "westeurope", "eastus", "uksouth", "japaneast"];

    public static readonly (ValueRole Role, TextMaker Maker)[] Makers =
    [
        (ValueRole.CountryCode, static (_, in _, hash) => Vocabulary.Pick(Countries, hash)),
        (ValueRole.Country, static (_, in _, hash) => Vocabulary.Pick(Vocabulary.Countries, hash)),
        (ValueRole.City, static (_, in _, hash) => Vocabulary.Pick(Vocabulary.Cities, hash)),
        (ValueRole.StateName, static (_, in _, hash) => Vocabulary.Pick(Vocabulary.States, hash)),
        (ValueRole.Street, static (_, in _, hash) => Vocabulary.Pick(Vocabulary.Streets, hash)),
        (ValueRole.PostalCode, static (_, in _, hash) => $"{10000 + StableHash.Below(hash, 89999)}"),
        (ValueRole.Language, static (_, in _, hash) => Vocabulary.Pick(Languages, hash)),
        (ValueRole.TimeZone, static (_, in _, hash) => Vocabulary.Pick(TimeZones, hash)),
        (ValueRole.Region, static (_, in _, hash) => Vocabulary.Pick(Regions, hash)),
        (ValueRole.Url, static (world, in _, hash) => $"https://{world.Tenant.Domains[0]}/{WorldText.Slug(hash)}"),
        (ValueRole.HostName, static (world, in entity, _) => $"{EntityNames.DeviceOf(entity).ToLowerInvariant()}.{world.Tenant.Domains[0]}"),
        (ValueRole.IpAddress, static (_, in entity, hash) => IpAddress(entity, hash)),
        (ValueRole.MacAddress, static (_, in entity, _) => "02" + StableHash.Hex(entity.Seed, 10).ToUpperInvariant()),
        (ValueRole.ODataContext, static (world, in _, _) => $"https://{world.Tenant.Domains[0]}/$metadata"),
    ];

    // 10.0.0.0/8 inside, and the blocks that are set aside for documentation outside: nobody's real address.
    private static string IpAddress(in Entity entity, ulong hash) => entity.Kind == EntityKinds.Device
        ? $"10.{(byte)(entity.Seed >> 8)}.{(byte)(entity.Seed >> 16)}.{1 + ((entity.Seed >> 24) % 254)}"
        : $"{(hash % 2 == 0 ? "203.0.113" : "198.51.100")}.{1 + ((hash >> 8) % 254)}";
}
