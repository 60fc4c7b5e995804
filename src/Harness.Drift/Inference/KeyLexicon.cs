using System.Buffers;

namespace Harness.Drift.Inference;

/// <summary>Tells names of members from keys that are data: ids, numbers, addresses, dates. Keys are never kept.</summary>
public static class KeyLexicon
{
    private const int LongestName = 96;

    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF-{}"u8);
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789"u8);

    public static bool IsKey(ReadOnlySpan<byte> utf8Name)
    {
        if (utf8Name.IsEmpty || utf8Name.Length > LongestName)
        {
            return true;
        }

        int digits = CountDigits(utf8Name);
        return (digits > 0 && (digits == utf8Name.Length || IsHexId(utf8Name) || digits >= 6 || char.IsAsciiDigit((char)utf8Name[0])))
            || IsAddress(utf8Name)
            || utf8Name[0] is (byte)'/' or (byte)' '
            || utf8Name.IndexOf("://"u8) >= 0
            || utf8Name.StartsWith("S-1-"u8);
    }

    private static bool IsHexId(ReadOnlySpan<byte> name) => name.Length >= 8 && name.IndexOfAnyExcept(HexDigits) < 0;

    // An @ in the middle with a dot behind it; "value@odata.count" is an annotation, not an address.
    private static bool IsAddress(ReadOnlySpan<byte> name)
    {
        int at = name.IndexOf((byte)'@');
        return at > 0 && name[at..].Contains((byte)'.') && name[at..].IndexOf("odata."u8) != 1 && name[at..].IndexOf("Microsoft."u8) != 1;
    }

    private static int CountDigits(ReadOnlySpan<byte> name)
    {
        int count = 0;
        for (int next; (next = name.IndexOfAny(Digits)) >= 0; name = name[(next + 1)..])
        {
            count++;
        }

        return count;
    }
}
