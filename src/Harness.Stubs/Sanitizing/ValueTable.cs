using System.Runtime.InteropServices;

namespace Harness.Stubs.Sanitizing;

/// <summary>Remembers by their bytes what became of values, in a few blocks of memory: as objects of their own they would be all that the collector is busy with.</summary>
internal sealed class ValueTable
{
    private const int MostValues = 200_000;
    private const int MostBytes = 32 * 1024 * 1024;
    private const int Stays = -1;

    private Slot[] _slots = new Slot[1024];
    private byte[] _bytes = new byte[64 * 1024];
    private int _count;
    private int _used;

    [StructLayout(LayoutKind.Auto)]
    private record struct Slot(int Hash, int Place, int Start, int KeyLength, int CleanLength);

    /// <summary>What <see cref="Find"/> and <see cref="Add"/> want to have, worked out once for both.</summary>
    public static int HashOf(ReadOnlySpan<byte> value, int place)
    {
        var hash = default(HashCode);
        hash.AddBytes(value);
        hash.Add(place);
        return hash.ToHashCode();
    }

    /// <param name="place">Where the value stands, as far as that matters.</param>
    /// <param name="clean">What is written in its place; empty where it stays.</param>
    public bool Find(ReadOnlySpan<byte> value, int place, int hash, out ReadOnlySpan<byte> clean)
    {
        for (int i = hash & (_slots.Length - 1); _slots[i].KeyLength > 0; i = (i + 1) & (_slots.Length - 1))
        {
            Slot slot = _slots[i];
            if (slot.Hash == hash && slot.Place == place && _bytes.AsSpan(slot.Start, slot.KeyLength).SequenceEqual(value))
            {
                clean = slot.CleanLength == Stays ? default : _bytes.AsSpan(slot.Start + slot.KeyLength, slot.CleanLength);
                return true;
            }
        }

        clean = default;
        return false;
    }

    /// <summary>Remembers what a value became; empty where it stays.</summary>
    public void Add(ReadOnlySpan<byte> value, int place, int hash, ReadOnlySpan<byte> clean)
    {
        int needed = value.Length + clean.Length;
        if (_count >= MostValues || _used + needed > MostBytes)
        {
            Clear();
        }

        if (_used + needed > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _used + needed));
        }

        if (++_count > _slots.Length / 2)
        {
            Grow();
        }

        value.CopyTo(_bytes.AsSpan(_used));
        clean.CopyTo(_bytes.AsSpan(_used + value.Length));
        Put(_slots, new Slot(hash, place, _used, value.Length, clean.IsEmpty ? Stays : clean.Length));
        _used += needed;
    }

    public void Clear()
    {
        Array.Clear(_slots);
        _count = 0;
        _used = 0;
    }

    private void Grow()
    {
        var slots = new Slot[_slots.Length * 2];
        foreach (Slot slot in _slots)
        {
            if (slot.KeyLength > 0)
            {
                Put(slots, slot);
            }
        }

        _slots = slots;
    }

    private static void Put(Slot[] slots, Slot slot)
    {
        int i = slot.Hash & (slots.Length - 1);
        while (slots[i].KeyLength > 0)
        {
            i = (i + 1) & (slots.Length - 1);
        }

        slots[i] = slot;
    }
}
