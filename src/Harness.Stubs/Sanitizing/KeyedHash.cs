using System.Security.Cryptography;
using System.Text;

namespace Harness.Stubs.Sanitizing;

/// <summary>The keyed hash for one kind of value. The key is set up once: that costs more than the hashing of a short value.</summary>
internal sealed class KeyedHash : IDisposable
{
    public const int Length = 32;

    private readonly IncrementalHash _hash;

    public KeyedHash(SanitizerKey key, string kind, int number)
    {
        Number = number;
        Span<byte> derived = stackalloc byte[Length];
        HKDF.Expand(HashAlgorithmName.SHA256, key.Secret, derived, Encoding.UTF8.GetBytes(kind));
        _hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, derived);
    }

    /// <summary>Stands for the kind where values are remembered.</summary>
    public int Number { get; }

    public void Of(ReadOnlySpan<byte> value, Span<byte> hash)
    {
        _hash.AppendData(value);
        _hash.GetHashAndReset(hash);
    }

    public void Of(ReadOnlySpan<char> value, Span<byte> hash)
    {
        int most = Encoding.UTF8.GetMaxByteCount(value.Length);
        Span<byte> utf8 = most <= 512 ? stackalloc byte[512] : new byte[most];
        Of(utf8[..Encoding.UTF8.GetBytes(value, utf8)], hash);
    }

    public void Dispose() => _hash.Dispose();
}
