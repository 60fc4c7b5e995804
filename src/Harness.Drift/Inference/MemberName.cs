using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Harness.Drift.Inference;

/// <summary>A member's name as bytes and as text, one for all shapes that have it.</summary>
internal sealed class MemberName
{
    // A portal has some thousand names; what comes beyond that is not kept, so that no answer can fill the memory.
    private const int Most = 32_768;

    private static readonly ConcurrentDictionary<byte[], MemberName> s_known = new(new Bytes());
    private static readonly ConcurrentDictionary<byte[], MemberName>.AlternateLookup<ReadOnlySpan<byte>> s_bySpan = s_known.GetAlternateLookup<ReadOnlySpan<byte>>();
    private static int s_count;

    private MemberName(byte[] utf8)
    {
        Utf8 = utf8;
        Text = Encoding.UTF8.GetString(utf8);
        Json = JsonEncodedText.Encode(Text);
    }

    public byte[] Utf8 { get; }

    public string Text { get; }

    public JsonEncodedText Json { get; }

    public static MemberName Of(ReadOnlySpan<byte> utf8)
    {
        if (s_bySpan.TryGetValue(utf8, out MemberName? known))
        {
            return known;
        }

        var name = new MemberName(utf8.ToArray());
        if (Volatile.Read(ref s_count) < Most && s_known.TryAdd(name.Utf8, name))
        {
            Interlocked.Increment(ref s_count);
        }

        return name;
    }

    private sealed class Bytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }
    }
}
