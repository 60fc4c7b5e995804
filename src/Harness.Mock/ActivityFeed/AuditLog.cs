using System.Text.Json.Nodes;
using Harness.Mock.World;

namespace Harness.Mock.ActivityFeed;

/// <summary>What happened in a tenant, for all time: a function of seed and tenant. The clock only decides how much of it is there already.</summary>
internal sealed class AuditLog(TenantWorld world, long seed)
{
    private const int SlotSeconds = 600;

    /// <summary>Some records take hours to arrive (documented: the order is not kept); none takes longer.</summary>
    private static readonly TimeSpan Latest = TimeSpan.FromHours(8);

    private readonly ulong _seed = StableHash.Mix(StableHash.Of($"audit {world.Tenant.Id:N}"), (ulong)seed);

    /// <summary>Blobs that became available in a stretch of time, the end excluded, in that order.</summary>
    public IReadOnlyList<FeedBlob> Between(FeedContentType type, DateTimeOffset start, DateTimeOffset end)
    {
        var blobs = new List<FeedBlob>();
        for (long slot = SlotAt(start - Latest) - 1, last = SlotAt(end); slot <= last; slot++)
        {
            if (BlobOf(type, slot) is { } blob && blob.Created >= start && blob.Created < end)
            {
                blobs.Add(blob);
            }
        }

        blobs.Sort((a, b) => (a.Created, a.Slot).CompareTo((b.Created, b.Slot)));
        return blobs;
    }

    /// <summary>The blob of that name, whenever it becomes available; null when it never does.</summary>
    public FeedBlob? Find(FeedContentType type, long slot, string id) => BlobOf(type, slot) is { } blob && blob.Id == id ? blob : null;

    public JsonArray RecordsOf(FeedBlob blob)
    {
        var writer = new AuditRecordJson(world);
        DateTimeOffset from = DateTimeOffset.FromUnixTimeSeconds(blob.Slot * SlotSeconds);
        return new JsonArray([.. Enumerable.Range(0, blob.Records).Select(i => writer.Of(blob.Type, from.AddSeconds((i + 1) * SlotSeconds / (blob.Records + 1)), StableHash.Mix(blob.Seed, (ulong)(100 + i))))]);
    }

    // Null for a stretch in which nothing happened.
    private FeedBlob? BlobOf(FeedContentType type, long slot)
    {
        // Nobody's client asks for the years before 1970 in earnest.
        if (slot is < 0 or > 500_000_000)
        {
            return null;
        }

        DateTimeOffset from = DateTimeOffset.FromUnixTimeSeconds(slot * SlotSeconds);
        bool isBusy = from.Hour is >= 7 and < 19 && from.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
        ulong hash = StableHash.Mix(StableHash.Mix(_seed, StableHash.Of(type.Name)), (ulong)slot);
        int records = StableHash.Below(hash, isBusy ? type.MostRecords + 1 : Math.Max(2, (type.MostRecords / 2) + 1));
        if (records == 0)
        {
            return null;
        }

        DateTimeOffset created = from.AddSeconds(SlotSeconds) + Lateness(StableHash.Mix(hash, 3));
        return new FeedBlob(type, slot, hash, records, created);
    }

    private static TimeSpan Lateness(ulong hash)
    {
        int most = StableHash.Below(hash, 100) switch
        {
            < 90 => 300_000,
            < 98 => 3_600_000,
            _ => (int)Latest.TotalMilliseconds - 1,
        };
        return TimeSpan.FromMilliseconds(StableHash.Below(StableHash.Mix(hash, 1), most));
    }

    private static long SlotAt(DateTimeOffset moment) => Math.Max(0, moment.ToUnixTimeSeconds()) / SlotSeconds;
}
