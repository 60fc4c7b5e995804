using System.Globalization;
using Harness.Mock.Exchanges;
using Harness.Mock.World;

namespace Harness.Mock.Faults;

/// <summary>The faults that are switched on right now. A spent one stays to be looked at until it is deleted.</summary>
internal sealed class FaultBoard(long seed)
{
    private readonly Lock _lock = new();
    private readonly List<FaultEntry> _entries = [];
    private volatile bool _any;
    private int _lastId;

    public bool IsEmpty => !_any;

    /// <param name="make">Makes the rule with the id that it is given.</param>
    public FaultEntry Add(Func<string, FaultRule> make)
    {
        lock (_lock)
        {
            var entry = new FaultEntry(make(string.Create(CultureInfo.InvariantCulture, $"fault-{++_lastId}")));
            _entries.Add(entry);
            _any = true;
            return entry;
        }
    }

    public IReadOnlyList<FaultEntry> All()
    {
        lock (_lock)
        {
            return [.. _entries];
        }
    }

    public bool Remove(string id)
    {
        lock (_lock)
        {
            bool removed = _entries.RemoveAll(e => string.Equals(e.Rule.Id, id, StringComparison.OrdinalIgnoreCase)) > 0;
            _any = _entries.Count > 0;
            return removed;
        }
    }

    // Ids begin again: the same faults after a reset strike the same calls.
    public void Clear()
    {
        lock (_lock)
        {
            _entries.Clear();
            _any = false;
            _lastId = 0;
        }
    }

    /// <summary>What strikes this call: any number of delays, then the first fault that answers.</summary>
    public IReadOnlyList<FaultRule> Strike(Exchange exchange)
    {
        if (!_any)
        {
            return [];
        }

        var struck = new List<FaultRule>();
        lock (_lock)
        {
            foreach (FaultEntry entry in _entries)
            {
                if (entry.IsSpent || !entry.Rule.Covers(exchange) || !Draw(entry))
                {
                    continue;
                }

                entry.Hits++;
                struck.Add(entry.Rule);
                if (entry.Rule.Kind != FaultKind.Latency)
                {
                    break;
                }
            }
        }

        return struck;
    }

    private bool Draw(FaultEntry entry)
    {
        int call = entry.Seen++;
        if (entry.Rule.Rate >= 1)
        {
            return true;
        }

        ulong drawn = StableHash.Mix(StableHash.Of(entry.Rule.Id), StableHash.Mix((ulong)seed, (ulong)call));
        return drawn / (double)ulong.MaxValue < entry.Rule.Rate;
    }
}
