namespace Harness.Mock.World;

/// <summary>What machines write: versions, hashes, files, types.</summary>
internal static class TechnicalTexts
{
    private static readonly string[] Colors = ["#0078D4", "#107C10", "#D83B01", "#5C2D91", "#008272", "#FFB900"];

    public static readonly (ValueRole Role, TextMaker Maker)[] Makers =
    [
        (ValueRole.Version, static (_, in _, hash) => $"{1 + (hash % 16)}.{(hash >> 8) % 20}.{(hash >> 16) % 9000}.{(hash >> 32) % 100}"),
        (ValueRole.OsName, static (_, in entity, _) => Vocabulary.Pick(WellKnownNames.OperatingSystems, entity.Seed)),
        (ValueRole.Manufacturer, static (_, in entity, _) => Vocabulary.Pick(WellKnownNames.Manufacturers, entity.Seed)),
        (ValueRole.Model, static (_, in entity, _) => Vocabulary.Pick(WellKnownNames.Models, entity.Seed)),
        (ValueRole.Serial, static (_, in entity, _) => StableHash.Hex(entity.Seed ^ 5, 10).ToUpperInvariant()),
        (ValueRole.Color, static (_, in _, hash) => Vocabulary.Pick(Colors, hash)),
        (ValueRole.UserAgent, static (_, in _, hash) => Vocabulary.Pick(Vocabulary.UserAgents, hash)),
        (ValueRole.MediaType, static (_, in _, _) => "application/json"),
        (ValueRole.FileName, static (_, in _, hash) => Vocabulary.Pick(Vocabulary.FileNames, hash)),
        (ValueRole.FilePath, static (_, in _, hash) => $"/{WorldText.Slug(hash)}/{Vocabulary.Pick(Vocabulary.FileNames, hash)}"),
        (ValueRole.Sha256, static (_, in entity, hash) => StableHash.Hex(hash, 64)),
        (ValueRole.Sha1, static (_, in entity, hash) => StableHash.Hex(hash, 40)),
        (ValueRole.Md5, static (_, in entity, hash) => StableHash.Hex(hash, 32)),
        (ValueRole.ETag, static (_, in entity, _) => $"W/\"{StableHash.Hex(entity.Seed ^ 7, 16)}\""),
        (ValueRole.ODataType, static (_, in entity, _) => $"#microsoft.graph.{entity.Kind ?? "entity"}"),
        (ValueRole.Duration, static (_, in _, hash) => $"PT{5 * (1 + (hash % 11))}M"),
        (ValueRole.Currency, static (_, in _, _) => "USD"),
        (ValueRole.Port, static (_, in _, _) => "443"),
        (ValueRole.Price, static (_, in _, hash) => $"{hash % 500}.00"),
        (ValueRole.Year, static (world, in _, _) => $"{world.Today.Year}"),
        (ValueRole.Days, static (_, in _, hash) => $"{7 * (1 + (hash % 12))}"),
        (ValueRole.Count, static (_, in _, hash) => $"{hash % 50}"),
        (ValueRole.Percentage, static (_, in _, hash) => $"{hash % 101}"),
        (ValueRole.Score, static (_, in _, hash) => $"{hash % 101}"),
        (ValueRole.Size, static (_, in _, hash) => $"{1024 * (1 + (hash % 4096))}"),
    ];
}
