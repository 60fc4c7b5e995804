namespace Harness.Mock.Clock;

/// <summary>The one clock that cookies, tokens, digests and dates follow. It runs on from wherever a person has set it.</summary>
public sealed class VirtualClock : TimeProvider
{
    private readonly TimeProvider _real;
    private readonly TimeSpan _startOffset;
    private long _offsetTicks;

    /// <param name="real">What time really is.</param>
    /// <param name="start">What the clock shows first; null for the real time.</param>
    public VirtualClock(TimeProvider real, DateTimeOffset? start)
    {
        _real = real;
        _startOffset = start is { } at ? at - real.GetUtcNow() : TimeSpan.Zero;
        _offsetTicks = _startOffset.Ticks;
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => _real.GetUtcNow().AddTicks(Interlocked.Read(ref _offsetTicks)).ToUniversalTime();

    /// <exception cref="ArgumentOutOfRangeException">The clock would leave the years 1 to 9999.</exception>
    public void Advance(TimeSpan by) => Set(GetUtcNow().Add(by));

    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref _offsetTicks, (now - _real.GetUtcNow()).Ticks);

    public void Reset() => Interlocked.Exchange(ref _offsetTicks, _startOffset.Ticks);
}
