using System.Globalization;

namespace Harness.Drift.Baselines;

/// <summary>How often each of a few names came, sorted by name.</summary>
internal static class Counts
{
    public static readonly IReadOnlyDictionary<string, long> None = new SortedDictionary<string, long>(StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, long> Of(IEnumerable<string> names)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (string name in names)
        {
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        return counts;
    }

    public static string Key(int status) => status.ToString(CultureInfo.InvariantCulture);
}
