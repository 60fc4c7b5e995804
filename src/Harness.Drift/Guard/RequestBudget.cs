namespace Harness.Drift.Guard;

/// <summary>How many requests a run may send in all, retries and canaries included.</summary>
public sealed class RequestBudget(long? most)
{
    private long _sent;

    public long Sent => Interlocked.Read(ref _sent);

    public bool IsUsedUp => most is { } limit && Sent >= limit;

    /// <summary>False when nothing more may be sent.</summary>
    internal bool TryTake()
    {
        long sent = Interlocked.Increment(ref _sent);
        if (most is { } limit && sent > limit)
        {
            Interlocked.Decrement(ref _sent);
            return false;
        }

        return true;
    }
}
