using System.Globalization;
using System.Text.RegularExpressions;
using Harness.Mock.World;

namespace Harness.Mock.ActivityFeed;

/// <summary>Names of blobs, in the form the reference shows: numbers, a store's name with the hour in it, a check, an ordinal.</summary>
internal static partial class ContentIds
{
    public static string Of(FeedContentType type, long slot, ulong seed, DateTimeOffset created) => string.Create(
        CultureInfo.InvariantCulture,
        $"{slot:D12}${slot:D12}${StableHash.Hex(StableHash.Mix(seed, 1), 32)}{type.Mark}{created.UtcDateTime:yyyyMMddHH}${StableHash.Hex(StableHash.Mix(seed, 2), 32)}$04");

    /// <summary>False for a text that is no content id of any tenant.</summary>
    public static bool TryRead(string id, out FeedContentType type, out long slot)
    {
        Match match = Form().Match(id);
        type = FeedContentType.All.FirstOrDefault(t => t.Mark == match.Groups["mark"].Value) ?? FeedContentType.All[0];
        slot = match.Success ? long.Parse(match.Groups["slot"].Value, CultureInfo.InvariantCulture) : 0;
        return match.Success && type.Mark == match.Groups["mark"].Value;
    }

    [GeneratedRegex("^(?<slot>[0-9]{12})\\$\\k<slot>\\$[0-9a-f]{32}(?<mark>[a-z]{3})[0-9]{10}\\$[0-9a-f]{32}\\$04$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
