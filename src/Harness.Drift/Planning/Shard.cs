using System.Globalization;

namespace Harness.Drift.Planning;

/// <summary>One of n parts of a run; the same operation is in the same part on every machine and night.</summary>
/// <param name="Index">1-based.</param>
public sealed record Shard(int Index, int Count)
{
    public static readonly Shard Whole = new(1, 1);

    /// <summary>Reads <c>2/8</c>.</summary>
    public static bool TryParse(string text, out Shard shard)
    {
        shard = Whole;
        string[] parts = text.Split('/');
        if (parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            || index < 1 || index > count)
        {
            return false;
        }

        shard = new Shard(index, count);
        return true;
    }

    public bool Owns(string key) => Count <= 1 || Hash(key) % (uint)Count == (uint)(Index - 1);

    public override string ToString() => $"{Index}/{Count}";

    // FNV-1a with a final mix: string.GetHashCode differs from process to process.
    private static uint Hash(string key)
    {
        uint hash = 2166136261;
        foreach (char c in key)
        {
            hash = (hash ^ char.ToLowerInvariant(c)) * 16777619;
        }

        hash ^= hash >> 16;
        hash *= 0x85ebca6b;
        return hash ^ (hash >> 13);
    }
}
