namespace Harness.Mock.World;

/// <summary>Plausible ranges of numbers by role, before a schema has its say.</summary>
internal static class WorldNumbers
{
    public static (long Low, long High) RangeOf(ValueRole role, DateTime today) => role switch
    {
        ValueRole.Percentage or ValueRole.Score => (0, 100),
        ValueRole.Count => (0, 50),
        ValueRole.Port => (443, 443),

        // A call that begins at the thousandth thing sees none.
        ValueRole.PageStart => (0, 0),
        ValueRole.PageSize => (25, 100),
        ValueRole.Size => (1_024, 10_485_760),
        ValueRole.Year => (today.Year, today.Year),
        ValueRole.Days => (1, 90),
        ValueRole.Status or ValueRole.Severity or ValueRole.TypeName => (0, 3),
        ValueRole.Duration => (30, 3_600),
        _ => (1, 1_000),
    };
}
