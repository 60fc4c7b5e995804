using System.Globalization;

namespace Harness.Mock.World;

/// <summary>Moments near the virtual clock: what is created lies back, what expires lies ahead.</summary>
internal static class WorldDates
{
    private const int SecondsADay = 86_400;

    /// <summary>As the portals write moments: UTC, to the second.</summary>
    public static string Text(DateTime moment) => moment.ToString("s", CultureInfo.InvariantCulture) + "Z";

    public static DateTime Of(ValueRole role, DateTime today, ulong hash)
    {
        int second = StableHash.Below(StableHash.Mix(hash, 17), SecondsADay);
        return role switch
        {
            ValueRole.FutureDate => today.AddDays(2 + StableHash.Below(hash, 360)).AddSeconds(second),
            ValueRole.RecentDate => today.AddDays(-1 - StableHash.Below(hash, 7)).AddSeconds(second),
            _ => today.AddDays(-10 - StableHash.Below(hash, 200)).AddSeconds(second),
        };
    }
}
