using System.Collections.Concurrent;
using Harness.Drift.Guard;
using Harness.Drift.Planning;

namespace Harness.Drift.Harvest;

/// <summary>Ids that answers of this run gave, in memory and nowhere else.</summary>
internal sealed class HarvestStore
{
    private const int MostValues = 8;

    // Among so many there is a sound one, even where most of them hold what no address may.
    private const int MostLooked = 32;

    private readonly ILookup<string, HarvestSource> _wanted;
    private readonly ConcurrentDictionary<HarvestSource, List<HarvestedValue>> _found = new();

    public HarvestStore(IEnumerable<PlannedProbe> probes) =>
        _wanted = probes.SelectMany(p => p.Values).Select(v => v.Source).OfType<HarvestSource>().DistinctBy(Identity).ToLookup(s => s.Probe, StringComparer.Ordinal);

    public bool IsWanted(string probe) => _wanted.Contains(probe);

    public void Take(string probe, ReadOnlySpan<byte> body, IReadOnlyDictionary<string, string> with)
    {
        foreach (HarvestSource source in _wanted[probe])
        {
            List<HarvestedValue> into = _found.GetOrAdd(Key(source), _ => []);
            foreach (string text in JsonHarvester.Find(body, source, MostLooked).Where(t => AddressRules.Mistake(t) is null))
            {
                lock (into)
                {
                    if (into.Count < MostValues && !into.Exists(v => v.Text == text))
                    {
                        into.Add(new HarvestedValue(text, with));
                    }
                }
            }
        }
    }

    public IReadOnlyList<HarvestedValue> Values(HarvestSource source)
    {
        if (!_found.TryGetValue(Key(source), out List<HarvestedValue>? values))
        {
            return [];
        }

        lock (values)
        {
            return [.. values];
        }
    }

    // Records compare lists by identity; two sources are one when they look in the same place.
    private static HarvestSource Key(HarvestSource source) => source with { Names = [], Pointer = source.Pointer ?? string.Join(' ', source.Names) };

    private static string Identity(HarvestSource source) => $"{source.Probe} {source.Pointer} {string.Join(' ', source.Names)}";
}
