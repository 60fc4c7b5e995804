using System.Threading.Channels;

namespace Harness.Mock.Journal;

/// <summary>One listener's queue of new journal entries. It never holds the portals up: what does not fit is counted and left out.</summary>
internal sealed class JournalListener(JournalFeed feed) : IDisposable
{
    /// <summary>How many entries may wait for one listener.</summary>
    public const int Capacity = 256;

    private readonly Channel<JournalEntry> _waiting = Channel.CreateBounded<JournalEntry>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private int _lost;

    public void Offer(JournalEntry entry)
    {
        if (!_waiting.Writer.TryWrite(entry))
        {
            Interlocked.Increment(ref _lost);
        }
    }

    /// <summary>False once listening has ended.</summary>
    public async Task<bool> Wait(CancellationToken ended)
    {
        try
        {
            return await _waiting.Reader.WaitToReadAsync(ended);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return false;
        }
    }

    public bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out JournalEntry? entry) => _waiting.Reader.TryRead(out entry);

    /// <summary>How many did not fit since this was last asked.</summary>
    public int TakeLost() => Interlocked.Exchange(ref _lost, 0);

    public void Dispose() => feed.Leave(this);
}
