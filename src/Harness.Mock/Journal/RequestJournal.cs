namespace Harness.Mock.Journal;

/// <summary>The last calls to the mocked portals, a fixed number of them: writing is a slot in a ring, reading copies.</summary>
internal sealed class RequestJournal(int capacity)
{
    private readonly JournalEntry?[] _ring = new JournalEntry?[Math.Max(capacity, 1)];
    private long _written;

    public void Add(JournalEntry entry)
    {
        if (capacity == 0)
        {
            return;
        }

        long number = Interlocked.Increment(ref _written) - 1;
        Volatile.Write(ref _ring[number % _ring.Length], entry);
    }

    /// <summary>Newest first.</summary>
    public IEnumerable<JournalEntry> Newest()
    {
        long last = Interlocked.Read(ref _written);
        for (long number = last - 1; number >= 0 && number >= last - _ring.Length; number--)
        {
            if (Volatile.Read(ref _ring[number % _ring.Length]) is { } entry)
            {
                yield return entry;
            }
        }
    }

    public JournalEntry? Find(string id) => Newest().FirstOrDefault(entry => string.Equals(entry.Id, id, StringComparison.Ordinal));

    public void Clear() => Array.Clear(_ring);
}
