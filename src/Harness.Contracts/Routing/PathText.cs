namespace Harness.Contracts.Routing;

/// <summary>The path of one call, split and percent-decoded without allocating.</summary>
internal readonly ref struct PathText
{
    private readonly ReadOnlySpan<char> _chars;
    private readonly Span<SegmentSlot> _slots;

    private PathText(ReadOnlySpan<char> chars, Span<SegmentSlot> slots, int count)
    {
        _chars = chars;
        _slots = slots;
        Count = count;
    }

    public int Count { get; }

    /// <summary>Room that <see cref="Split"/> needs; 0 when the path can be used as it stands.</summary>
    // Decoding never lengthens a text; the second half takes the canonical forms.
    public static int BufferLength(ReadOnlySpan<char> raw) => raw.ContainsAny('%', ' ') ? raw.Length * 2 : 0;

    /// <returns>Nothing (count 0) when the path does not begin with a slash, or has more segments than there are slots.</returns>
    public static PathText Split(ReadOnlySpan<char> raw, Span<SegmentSlot> slots, Span<char> buffer)
    {
        if (raw.IsEmpty || raw[0] != '/')
        {
            return default;
        }

        int count = 0, used = 0;
        for (int start = 1; start <= raw.Length; count++)
        {
            if (count == slots.Length)
            {
                return default;
            }

            int length = raw[start..].IndexOf('/');
            length = length < 0 ? raw.Length - start : length;
            slots[count] = buffer.IsEmpty
                ? new SegmentSlot(start, length, start, length)
                : Decode(raw.Slice(start, length), buffer, ref used);
            start += length + 1;
        }

        return new PathText(buffer.IsEmpty ? raw : buffer, slots, count);
    }

    /// <summary>Percent-decoded; <c>%2F</c> is a slash inside the segment.</summary>
    public ReadOnlySpan<char> Text(int index) => _chars.Slice(_slots[index].Start, _slots[index].Length);

    /// <summary>The same without spaces around <c>=</c>.</summary>
    public ReadOnlySpan<char> Canonical(int index) => _chars.Slice(_slots[index].CanonicalStart, _slots[index].CanonicalLength);

    public bool HasCanonical(int index) => _slots[index].CanonicalStart != _slots[index].Start;

    /// <summary>The path with its trailing slash taken away, or with one added; nothing (count 0) when there is no such path.</summary>
    public PathText OtherTrailingSlash()
    {
        if (Count > 1 && _slots[Count - 1].Length == 0)
        {
            return new PathText(_chars, _slots, Count - 1);
        }

        if (Count == 0 || Count == _slots.Length || _slots[Count - 1].Length == 0)
        {
            return default;
        }

        _slots[Count] = default;
        return new PathText(_chars, _slots, Count + 1);
    }

    private static SegmentSlot Decode(ReadOnlySpan<char> raw, Span<char> buffer, ref int used)
    {
        int start = used;
        int length = raw.Length;
        if (!raw.Contains('%') || !Uri.TryUnescapeDataString(raw, buffer[start..], out length))
        {
            length = raw.Length;
            raw.CopyTo(buffer[start..]);
        }

        used += length;
        ReadOnlySpan<char> decoded = buffer.Slice(start, length);
        if (!EqualsSpacing.IsIn(decoded))
        {
            return new SegmentSlot(start, length, start, length);
        }

        int canonicalLength = EqualsSpacing.Collapse(decoded, buffer[used..]);
        SegmentSlot slot = new(start, length, used, canonicalLength);
        used += canonicalLength;
        return slot;
    }
}
