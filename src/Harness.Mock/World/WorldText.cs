namespace Harness.Mock.World;

/// <summary>Texts by role, before a schema has its say.</summary>
internal static class WorldText
{
    private static readonly TextMaker?[] Makers = BuildMakers();

    public static string Of(ValueRole role, TenantWorld world, in Entity entity, ulong hash) =>
        Makers[(int)role] is { } maker ? maker(world, entity, hash) : Words(hash);

    /// <summary>For names that say nothing: two words.</summary>
    public static string Words(ulong hash) =>
        $"{Vocabulary.Pick(Vocabulary.Words, hash)} {Vocabulary.Pick(Vocabulary.Words, StableHash.Mix(hash, 1))}";

    public static string Slug(ulong hash) => Words(hash).Replace(' ', '-').ToLowerInvariant();

    private static TextMaker?[] BuildMakers()
    {
        TextMaker?[] makers = new TextMaker?[Enum.GetValues<ValueRole>().Length];
        foreach ((ValueRole role, TextMaker maker) in PeopleTexts.Makers.Concat(PlaceTexts.Makers).Concat(TechnicalTexts.Makers).Concat(StateTexts.Makers))
        {
            makers[(int)role] = maker;
        }

        return makers;
    }
}
