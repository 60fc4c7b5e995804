using System.Numerics;

namespace Harness.Drift.Inference;

/// <summary>Counts of one place, kept only for what was seen there: a run holds as many places as all its answers have members.</summary>
internal struct TallyCounts
{
    private uint _seen;
    private long[]? _counts;

    public readonly long this[Tally tally] => (_seen & Bit(tally)) == 0 ? 0 : _counts![Place(Bit(tally))];

    public void Add(Tally tally, long count)
    {
        if (count == 0)
        {
            return;
        }

        uint bit = Bit(tally);
        if ((_seen & bit) == 0)
        {
            Insert(bit);
        }

        _counts![Place(bit)] += count;
    }

    public void Absorb(in TallyCounts other)
    {
        for (uint left = other._seen; left != 0; left &= left - 1)
        {
            var tally = (Tally)BitOperations.TrailingZeroCount(left);
            Add(tally, other[tally]);
        }
    }

    private static uint Bit(Tally tally) => 1u << (int)tally;

    private readonly int Place(uint bit) => BitOperations.PopCount(_seen & (bit - 1));

    private void Insert(uint bit)
    {
        int length = BitOperations.PopCount(_seen);
        int place = Place(bit);
        if (_counts is null || _counts.Length == length)
        {
            Array.Resize(ref _counts, length + 2);
        }

        Array.Copy(_counts, place, _counts, place + 1, length - place);
        _counts[place] = 0;
        _seen |= bit;
    }
}
