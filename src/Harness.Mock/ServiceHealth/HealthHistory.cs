using Harness.Mock.World;

namespace Harness.Mock.ServiceHealth;

/// <summary>Every incident of all time: a function of the seed. The clock decides which have begun.</summary>
internal sealed class HealthHistory(long seed)
{
    /// <summary>At most one incident of a service begins in such a stretch.</summary>
    private const int DaysApart = 4;

    private const int LongestHours = 60;

    /// <summary>Incidents that had begun by a moment and were not over before another.</summary>
    public IReadOnlyList<HealthIncident> Between(DateTimeOffset from, DateTimeOffset until)
    {
        var found = new List<HealthIncident>();
        foreach (HealthWorkload workload in HealthWorkload.All)
        {
            for (long stretch = StretchAt(from.AddHours(-LongestHours)) - 1, last = StretchAt(until); stretch <= last; stretch++)
            {
                if (Of(workload, stretch) is { } incident && incident.Start <= until && incident.End > from)
                {
                    found.Add(incident);
                }
            }
        }

        return [.. found.OrderByDescending(i => i.Start).ThenBy(i => i.Id, StringComparer.Ordinal)];
    }

    private HealthIncident? Of(HealthWorkload workload, long stretch)
    {
        ulong hash = StableHash.Mix(StableHash.Mix(StableHash.Of(workload.Id), (ulong)seed), (ulong)stretch);
        if (stretch < 0 || StableHash.Below(hash, 3) > 0)
        {
            return null;
        }

        DateTimeOffset start = DateTimeOffset.UnixEpoch.AddDays(stretch * DaysApart).AddMinutes(StableHash.Below(StableHash.Mix(hash, 1), DaysApart * 24 * 60));
        HealthFeature feature = workload.Features[StableHash.Below(StableHash.Mix(hash, 2), workload.Features.Count)];
        return new HealthIncident($"{workload.Prefix}{100_000 + (stretch % 900_000)}", workload, feature, start, start.AddHours(2 + StableHash.Below(StableHash.Mix(hash, 3), LongestHours - 2)));
    }

    private static long StretchAt(DateTimeOffset moment) => (long)Math.Floor((moment - DateTimeOffset.UnixEpoch).TotalDays / DaysApart);
}
