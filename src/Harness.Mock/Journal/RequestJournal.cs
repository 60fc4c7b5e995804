namespace Harness.Mock.Journal;

/// <summary>The last calls to the mocked portals, a fixed number of them: writing is a slot in a ring, reading copies.</summary>
internal sealed class RequestJournal(int capacity)
{
    private readonly JournalEntry?[] _ring = new JournalEntry?[Math.Max(capacity, 1)];
    private readonly Lock _turn = new();
    private long _written;

    /// <summary>Hears of every entry, also when none are kept.</summary>
    public JournalFeed Feed { get; } = new();

    public void Add(JournalEntry entry)
    {
        // One after the other, so that listeners hear of entries in the journal's own order: one that resumes after the last it saw misses none.
        lock (_turn)
        {
            if (capacity > 0)
            {
                Volatile.Write(ref _ring[_written % _ring.Length], entry);
                Volatile.Write(ref _written, _written + 1);
            }

            Feed.Tell(entry);
        }
    }

    /// <summary>Newest first.</summary>
    public IEnumerable<JournalEntry> Newest()
    {
        long last = Volatile.Read(ref _written);
        for (long number = last - 1; number >= 0 && number >= last - _ring.Length; number--)
        {
            if (Volatile.Read(ref _ring[number % _ring.Length]) is { } entry)
            {
                yield return entry;
            }
        }
    }

    public JournalEntry? Find(string id) => Newest().FirstOrDefault(entry => string.Equals(entry.Id, id, StringComparison.Ordinal));

    /// <summary>Oldest first, those after the named one; all when it is no longer (or was never) here, as everything here is newer then.</summary>
    public IReadOnlyList<JournalEntry> After(string id)
    {
        List<JournalEntry> newer = [.. Newest().TakeWhile(entry => !string.Equals(entry.Id, id, StringComparison.Ordinal))];
        newer.Reverse();
        return newer;
    }

    public void Clear() => Array.Clear(_ring);
}
