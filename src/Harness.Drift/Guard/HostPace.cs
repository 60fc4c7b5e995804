namespace Harness.Drift.Guard;

/// <summary>Keeps to what one host can bear: so many at once, so many a second, and none at all while it asks to be left alone.</summary>
internal sealed class HostPace : IDisposable
{
    private readonly SemaphoreSlim _slots;
    private readonly long _interval;
    private readonly TimeProvider _clock;
    private long _next;
    private long _quietUntil;

    /// <param name="perSecond">Null for as fast as it goes.</param>
    public HostPace(int concurrency, double? perSecond, TimeProvider clock)
    {
        _slots = new SemaphoreSlim(concurrency);
        _clock = clock;
        _interval = perSecond is { } rate ? (long)(clock.TimestampFrequency / rate) : 0;
    }

    /// <summary>How often in a row it has said that it is too much.</summary>
    public int Complaints { get; private set; }

    public async ValueTask Enter(CancellationToken cancelled)
    {
        if (!_slots.Wait(0, CancellationToken.None))
        {
            await _slots.WaitAsync(cancelled);
        }

        try
        {
            for (TimeSpan wait = Reserve(); wait > TimeSpan.Zero; wait = Quiet())
            {
                await Task.Delay(wait, _clock, cancelled);
            }
        }
        catch
        {
            _slots.Release();
            throw;
        }
    }

    public void Leave() => _slots.Release();

    /// <summary>Nobody calls the host before that time has passed.</summary>
    public void KeepQuiet(TimeSpan pause)
    {
        long until = _clock.GetTimestamp() + (long)(pause.TotalSeconds * _clock.TimestampFrequency);
        long known = Interlocked.Read(ref _quietUntil);
        while (until > known)
        {
            long before = Interlocked.CompareExchange(ref _quietUntil, until, known);
            if (before == known)
            {
                return;
            }

            known = before;
        }
    }

    public void Heard(bool wasTooMuch) => Complaints = wasTooMuch ? Complaints + 1 : 0;

    public void Dispose() => _slots.Dispose();

    // Each caller takes the next free moment, so that waiting callers do not all wake at once.
    private TimeSpan Reserve()
    {
        if (_interval == 0)
        {
            return Quiet();
        }

        while (true)
        {
            long now = _clock.GetTimestamp();
            long next = Interlocked.Read(ref _next);
            long mine = Math.Max(now, next);
            if (Interlocked.CompareExchange(ref _next, mine + _interval, next) == next)
            {
                TimeSpan own = Span(mine - now);
                TimeSpan quiet = Quiet();
                return own > quiet ? own : quiet;
            }
        }
    }

    private TimeSpan Quiet()
    {
        long until = Interlocked.Read(ref _quietUntil);
        return until == 0 ? TimeSpan.Zero : Span(until - _clock.GetTimestamp());
    }

    private TimeSpan Span(long ticks) => ticks <= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds((double)ticks / _clock.TimestampFrequency);
}
