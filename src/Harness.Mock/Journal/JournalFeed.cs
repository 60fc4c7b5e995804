using System.Collections.Immutable;

namespace Harness.Mock.Journal;

/// <summary>Tells listeners of every new journal entry; with nobody listening it costs one read.</summary>
internal sealed class JournalFeed
{
    /// <summary>Enough for every page that a team has open; a client that reconnects without closing is stopped by it.</summary>
    public const int MostListeners = 64;

    private ImmutableArray<JournalListener> _listeners = [];

    public void Tell(JournalEntry entry)
    {
        foreach (JournalListener listener in _listeners)
        {
            listener.Offer(entry);
        }
    }

    /// <summary>Null when too many listen already. The listener leaves by being disposed.</summary>
    public JournalListener? Listen()
    {
        var listener = new JournalListener(this);
        bool isIn = ImmutableInterlocked.Update(ref _listeners, (all, added) => all.Length < MostListeners ? all.Add(added) : all, listener);
        return isIn ? listener : null;
    }

    public void Leave(JournalListener listener) => ImmutableInterlocked.Update(ref _listeners, (all, gone) => all.Remove(gone), listener);
}
