using System.Security.Cryptography;

namespace Harness.Stubs.Sanitizing;

/// <summary>What every stand-in carries, so that it is known for one without the key: a checksum that no real value has by chance.</summary>
/// <remarks>It makes sanitizing idempotent without trusting a stamp in the file, which would let an unsanitized file through.</remarks>
public static class StandInMark
{
    /// <summary>Twelve characters of keyed hash and four of checksum.</summary>
    public const int Length = 16;

    private const int BodyLength = 12;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>A mark made of 60 bits of <paramref name="hash"/>.</summary>
    public static string Of(ReadOnlySpan<byte> hash)
    {
        Span<char> mark = stackalloc char[Length];
        ulong bits = System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash);
        for (int i = 0; i < BodyLength; i++)
        {
            mark[i] = Alphabet[(int)(bits & 31)];
            bits >>= 5;
        }

        Checksum(mark[..BodyLength], mark[BodyLength..]);
        return new string(mark);
    }

    /// <summary>Whether the text ends in a mark.</summary>
    public static bool Ends(ReadOnlySpan<char> text)
    {
        if (text.Length < Length)
        {
            return false;
        }

        Span<char> lower = stackalloc char[Length];
        text[^Length..].ToLowerInvariant(lower);
        Span<char> expected = stackalloc char[Length - BodyLength];
        return !lower.ContainsAnyExcept(CharSets.Mark) && Checksummed(lower, expected);
    }

    /// <summary>Whether the id is a stand-in for another.</summary>
    public static bool Is(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        Span<byte> tag = stackalloc byte[4];
        Tag(bytes[..12], tag);
        return tag.SequenceEqual(bytes[12..]);
    }

    /// <summary>A version 4 id made of 90 bits of <paramref name="hash"/>, known by its last four bytes.</summary>
    public static Guid Id(ReadOnlySpan<byte> hash)
    {
        Span<byte> bytes = stackalloc byte[16];
        hash[..12].CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        Tag(bytes[..12], bytes[12..]);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>How many of a stand-in's digits are check digits: so many that no real number has them by chance, at the price of few stand-ins for short numbers.</summary>
    public static int CheckDigitsIn(int length) => Math.Min(8, (length / 2) + 1);

    /// <summary>Whether the digits are a stand-in's.</summary>
    public static bool HasCheckDigits(ReadOnlySpan<char> digits)
    {
        Span<char> expected = stackalloc char[CheckDigitsIn(digits.Length)];
        ReadOnlySpan<char> given = digits[..^expected.Length];
        CheckDigits(given, expected);
        return expected.SequenceEqual(digits[given.Length..]);
    }

    /// <summary>Check digits for a stand-in that may hold digits only.</summary>
    public static void CheckDigits(ReadOnlySpan<char> digits, Span<char> check)
    {
        Span<byte> hash = stackalloc byte[32];
        Hash(digits, hash);
        for (int i = 0; i < check.Length; i++)
        {
            check[i] = (char)('0' + (hash[i] % 10));
        }
    }

    private static bool Checksummed(ReadOnlySpan<char> mark, Span<char> expected)
    {
        Checksum(mark[..BodyLength], expected);
        return expected.SequenceEqual(mark[BodyLength..]);
    }

    private static void Checksum(ReadOnlySpan<char> body, Span<char> check)
    {
        Span<byte> hash = stackalloc byte[32];
        Hash(body, hash);
        for (int i = 0; i < check.Length; i++)
        {
            check[i] = Alphabet[hash[i] & 31];
        }
    }

    private static void Hash(ReadOnlySpan<char> text, Span<byte> hash)
    {
        Span<byte> bytes = stackalloc byte[64];
        "stand-in"u8.CopyTo(bytes);
        int length = 8;
        foreach (char c in text[..Math.Min(text.Length, 40)])
        {
            bytes[length++] = (byte)c;
        }

        SHA256.HashData(bytes[..length], hash);
    }

    private static void Tag(ReadOnlySpan<byte> body, Span<byte> tag)
    {
        Span<byte> bytes = stackalloc byte[20];
        "stand-in"u8.CopyTo(bytes);
        body.CopyTo(bytes[8..]);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(bytes, hash);
        hash[..4].CopyTo(tag);
    }
}
