using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Harness.Stubs.Sanitizing;

/// <summary>Derives stand-ins from values by a keyed hash, one key for each kind of value.</summary>
internal sealed class Pseudonyms(SanitizerKey key)
{
    private const int CacheLimit = 100_000;

    private readonly Dictionary<string, KeyedHash> _hashes = new(StringComparer.Ordinal);
    private readonly ValueTable _marks = new();
    private readonly Dictionary<Guid, Guid> _ids = [];

    /// <summary>A marked stand-in; letters' case does not matter.</summary>
    public string Mark(string kind, ReadOnlySpan<char> value)
    {
        KeyedHash keyed = For(kind);
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(value);
        int code = ValueTable.HashOf(bytes, keyed.Number);
        if (_marks.Find(bytes, keyed.Number, code, out ReadOnlySpan<byte> known))
        {
            return Encoding.ASCII.GetString(known);
        }

        Span<byte> hash = stackalloc byte[KeyedHash.Length], ascii = stackalloc byte[StandInMark.Length];
        Span<char> lower = value.Length <= 256 ? stackalloc char[256] : new char[value.Length];
        keyed.Of(lower[..value.ToLowerInvariant(lower)], hash);
        string mark = StandInMark.Of(hash);
        Encoding.ASCII.GetBytes(mark, ascii);
        _marks.Add(bytes, keyed.Number, code, ascii);
        return mark;
    }

    /// <summary>The stand-in of a secret, whose letters' case does matter; the same for its percent-encoded spelling.</summary>
    public string Fake(string secret)
    {
        if (IsFake(secret))
        {
            return secret;
        }

        Span<byte> hash = stackalloc byte[32];
        Hash("secret", secret.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(secret) : secret, hash);
        return $"fake-{StandInMark.Of(hash)}";
    }

    public static bool IsFake(ReadOnlySpan<char> value) => value.Length == 5 + StandInMark.Length && value.StartsWith("fake-") && StandInMark.Ends(value);

    public Guid Id(Guid id)
    {
        if (_ids.TryGetValue(id, out Guid known))
        {
            return known;
        }

        Span<byte> hash = stackalloc byte[32], bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        For("guid").Of(bytes, hash);
        Guid standIn = StandInMark.Is(id) ? id : StandInMark.Id(hash);
        if (_ids.Count >= CacheLimit)
        {
            _ids.Clear();
        }

        _ids[id] = standIn;
        return standIn;
    }

    public ulong Number(string kind, string value)
    {
        Span<byte> hash = stackalloc byte[32];
        Hash(kind, value, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    /// <summary>The same text with other digits, the last of which are check digits; other characters stay.</summary>
    public string Digits(string kind, string value)
    {
        char[] digits = [.. value.Where(char.IsAsciiDigit)];
        if (digits.Length == 0 || StandInMark.HasCheckDigits(digits))
        {
            return value;
        }

        Span<char> given = digits.AsSpan(0, digits.Length - StandInMark.CheckDigitsIn(digits.Length));

        Span<byte> hash = stackalloc byte[32];
        Hash(kind, new string(digits), hash);
        for (int i = 0; i < given.Length; i++)
        {
            given[i] = (char)('0' + (hash[i % 32] % 10));
        }

        StandInMark.CheckDigits(given, digits.AsSpan(given.Length));
        var text = new StringBuilder(value.Length);
        int next = 0;
        foreach (char c in value)
        {
            text.Append(char.IsAsciiDigit(c) ? digits[next++] : c);
        }

        return text.ToString();
    }

    private void Hash(string kind, string value, Span<byte> hash) => For(kind).Of(value, hash);

    private KeyedHash For(string kind)
    {
        if (!_hashes.TryGetValue(kind, out KeyedHash? keyed))
        {
            keyed = new KeyedHash(key, kind, _hashes.Count);
            _hashes[kind] = keyed;
        }

        return keyed;
    }
}
