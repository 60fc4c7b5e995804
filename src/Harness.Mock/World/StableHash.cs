using System.Buffers.Binary;

namespace Harness.Mock.World;

/// <summary>The 64-bit hash that all make-believe values grow from: the same in every process, on every machine, for good.</summary>
/// <remarks>FNV-1a over the text, finished by SplitMix64. Changing it changes every seeded world that somebody's tests rely on.</remarks>
public static class StableHash
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        ulong hash = FnvOffset;
        foreach (char c in text)
        {
            hash = (hash ^ c) * FnvPrime;
        }

        return Scramble(hash);
    }

    public static ulong OfIgnoringCase(ReadOnlySpan<char> text)
    {
        ulong hash = FnvOffset;
        foreach (char c in text)
        {
            hash = (hash ^ char.ToLowerInvariant(c)) * FnvPrime;
        }

        return Scramble(hash);
    }

    public static ulong Mix(ulong a, ulong b) => Scramble(a ^ (b + 0x9E3779B97F4A7C15 + (a << 6) + (a >> 2)));

    /// <summary>A number from 0 to <paramref name="bound"/> - 1.</summary>
    public static int Below(ulong hash, int bound) => (int)Math.BigMul(hash, (ulong)bound, out _);

    /// <summary>A GUID that calls itself version 4, as the portals' ids do.</summary>
    public static Guid Guid(ulong hash)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Scramble(hash + 1));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Scramble(hash + 2));
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Hexadecimal digits, lower case.</summary>
    public static string Hex(ulong hash, int digits) => string.Create(digits, hash, static (target, seed) =>
    {
        for (int i = 0; i < target.Length; i++)
        {
            if (i % 16 == 0)
            {
                seed = Scramble(seed + (ulong)i + 3);
            }

            target[i] = "0123456789abcdef"[(int)(seed >> (i % 16 * 4)) & 15];
        }
    });

    private static ulong Scramble(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
