using System.Collections.Concurrent;

namespace Harness.Drift.Guard;

/// <summary>Lends out timers that end a call which takes too long: one timer a call would be most of what a fast call costs the memory.</summary>
internal sealed class PatiencePool(TimeSpan timeout) : IDisposable
{
    private readonly ConcurrentBag<CancellationTokenSource> _free = [];

    /// <param name="cancelled">Ends the call as well.</param>
    public Patience Take(CancellationToken cancelled)
    {
        CancellationTokenSource source = _free.TryTake(out CancellationTokenSource? free) ? free : new CancellationTokenSource();
        source.CancelAfter(timeout);
        return new Patience(this, source, cancelled.UnsafeRegister(static s => ((CancellationTokenSource)s!).Cancel(), source));
    }

    public void Dispose()
    {
        while (_free.TryTake(out CancellationTokenSource? source))
        {
            source.Dispose();
        }
    }

    /// <summary>One whose time has run out is not used again.</summary>
    internal void Return(CancellationTokenSource source)
    {
        if (source.TryReset())
        {
            _free.Add(source);
        }
        else
        {
            source.Dispose();
        }
    }
}
