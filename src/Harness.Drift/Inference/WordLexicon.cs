using System.Buffers;

namespace Harness.Drift.Inference;

/// <summary>Tells words of a vocabulary (<c>High</c>, <c>inProgress</c>, <c>#microsoft.graph.user</c>) from names, ids and prose.</summary>
internal static class WordLexicon
{
    private const int Longest = 48;

    private static readonly SearchValues<byte> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"u8);

    private static readonly string[] Personal = ["name", "mail", "upn", "user", "owner", "host", "domain", "path", "url", "uri", "id", "key", "token", "address", "phone", "title"];

    public static bool IsWord(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text.Length > Longest)
        {
            return false;
        }

        return text[0] == '#' ? IsTypeName(text[1..]) : char.IsAsciiLetter((char)text[0]) && text.IndexOfAnyExcept(Letters) < 0 && HasFewDigits(text);
    }

    /// <summary>Words of a kind: as <see cref="IsWord"/>, dots allowed.</summary>
    public static bool IsTypeName(ReadOnlySpan<byte> text)
    {
        foreach (Range part in text.Split((byte)'.'))
        {
            if (!text[part].IsEmpty && (text[part].IndexOfAnyExcept(Letters) >= 0 || !HasFewDigits(text[part])))
            {
                return false;
            }
        }

        return text.Length is > 0 and <= 96;
    }

    /// <summary>Whether words under this member are about persons or machines rather than a vocabulary.</summary>
    public static bool IsPersonal(string member) =>
        Array.Exists(Personal, p => member.EndsWith(p, StringComparison.OrdinalIgnoreCase) || member.StartsWith(p, StringComparison.OrdinalIgnoreCase));

    private static bool HasFewDigits(ReadOnlySpan<byte> text)
    {
        int digits = 0;
        foreach (byte b in text)
        {
            digits += char.IsAsciiDigit((char)b) ? 1 : 0;
        }

        return digits <= 3 || (digits * 4 < text.Length);
    }
}
