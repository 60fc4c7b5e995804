namespace Harness.Drift.Inference;

/// <summary>Which members come with which kind of object, where a tag such as <c>@odata.type</c> tells the kinds apart.</summary>
/// <remarks>Of several tags the first of <see cref="Tags"/> counts, whatever came before it; too many kinds close the table.</remarks>
public sealed class VariantTable
{
    private const int Most = 16;

    private static readonly byte[][] Tags = [.. new[] { "@odata.type", "odata.type", "$type", "kind", "type" }.Select(System.Text.Encoding.UTF8.GetBytes)];

    /// <summary>Of places where nothing tells kinds apart; nobody adds to it.</summary>
    internal static readonly VariantTable None = new();

    private readonly SortedDictionary<string, Variant> _variants = new(StringComparer.Ordinal);
    private int _rank = int.MaxValue;

    public bool IsOpen { get; private set; } = true;

    /// <summary>Name of the member that tells the kinds apart; empty when there is none.</summary>
    public string TagName => HasTag ? System.Text.Encoding.UTF8.GetString(Tags[_rank]) : "";

    internal bool HasTag => _rank >= 0 && _rank < Tags.Length;

    public IReadOnlyCollection<Variant> All => _variants.Values;

    /// <summary>Objects of kinds that a baseline file left out because too few objects were of them.</summary>
    public long Untold { get; private set; }

    public Variant? Find(string tag) => _variants.GetValueOrDefault(tag);

    internal int Rank => _rank;

    /// <summary>Place of a member's name among the tags; <see cref="int.MaxValue"/> for a name that is none.</summary>
    internal static int RankOf(ReadOnlySpan<byte> utf8Name)
    {
        if (utf8Name.Length is < 4 or > 11)
        {
            return int.MaxValue;
        }

        for (int i = 0; i < Tags.Length; i++)
        {
            if (utf8Name.SequenceEqual(Tags[i]))
            {
                return i;
            }
        }

        return int.MaxValue;
    }

    /// <summary>Kinds are not told apart here, whatever tags still come.</summary>
    internal void CloseForGood()
    {
        _rank = -1;
        Close();
    }

    internal void Restore(int rank, bool isClosed, long untold)
    {
        _rank = rank;
        IsOpen = !isClosed;
        Untold = untold;
    }

    /// <summary>The kind to count for, or null when kinds are not told apart here.</summary>
    internal Variant? Reach(int rank, string tag)
    {
        if (rank > _rank || (rank == _rank && !IsOpen))
        {
            return null;
        }

        if (rank < _rank)
        {
            Reopen(rank);
        }

        if (!_variants.TryGetValue(tag, out Variant? variant))
        {
            if (_variants.Count == Most)
            {
                Close();
                return null;
            }

            _variants.Add(tag, variant = new Variant(tag));
        }

        return variant;
    }

    internal void AddUntold(long count) => Untold += count;

    internal void Absorb(VariantTable other)
    {
        if (other._rank < _rank)
        {
            Reopen(other._rank);
        }

        if (!other.IsOpen && other._rank == _rank)
        {
            Close();
        }

        if (IsOpen && other._rank == _rank)
        {
            Untold += other.Untold;
        }

        foreach (Variant theirs in other._variants.Values)
        {
            if (Reach(other._rank, theirs.Tag) is not { } ours)
            {
                return;
            }

            ours.Objects += theirs.Objects;
            foreach ((string member, long count) in theirs.Members)
            {
                ours.Add(member, count);
            }
        }
    }

    private void Close()
    {
        IsOpen = false;
        Untold = 0;
        _variants.Clear();
    }

    // A better tag makes what a lesser one told worthless, and what it overflowed as well.
    private void Reopen(int rank)
    {
        _rank = rank;
        Untold = 0;
        _variants.Clear();
        IsOpen = true;
    }
}
