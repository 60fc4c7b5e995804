namespace Harness.Mock.ActivityFeed;

/// <summary>How many calls a publisher may make in a minute; those who do not say who they are share one pool.</summary>
internal sealed class RequestPools(TimeProvider clock, int perMinute)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _used = new(StringComparer.OrdinalIgnoreCase);
    private long _minute;

    /// <summary>False when the pool is empty until the next minute.</summary>
    public bool Take(string pool)
    {
        long minute = clock.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
        lock (_lock)
        {
            if (minute != _minute)
            {
                _minute = minute;
                _used.Clear();
            }

            int used = _used.GetValueOrDefault(pool);
            _used[pool] = used + 1;
            return used < perMinute;
        }
    }

    public void Reset()
    {
        lock (_lock)
        {
            _used.Clear();
        }
    }
}
