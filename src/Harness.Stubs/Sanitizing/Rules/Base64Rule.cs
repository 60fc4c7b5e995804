using Harness.Stubs.Sanitizing.Containers;

namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class Base64Rule : DecodeRule
{
    public override string Id => "SAN-045";

    public override string Catches => "base64 and hex of texts, ids and compressed texts";

    public override string Example => "eyJ1aWQiOiIuLi4ifQ==, H4sIAAAA...";

    // Packed too often or too large to look into: nothing of it may stay.
    private static ReadOnlySpan<byte> Gzip => [0x1F, 0x8B, 0x08];

    public override string StandIn => "base64 of the cleaned inside";

    public override string? Rewrite(string text, in Field field, Scrubber scrubber)
    {
        if (text.Length < 16 || field.Place == FieldPlace.Script || Pseudonyms.IsFake(text))
        {
            return null;
        }

        return Base64Text.Decode(text) is { } packed ? Inside(packed, text, field, scrubber) : HexText.Rewrite(text, field, scrubber);
    }

    private static string? Inside(Base64Text packed, string text, in Field field, Scrubber scrubber)
    {
        if (packed.Bytes.Length == 16 && (text.EndsWith("==", StringComparison.Ordinal) || field.Label.Contains("immutableid", StringComparison.Ordinal)) && packed.IsNoWord(text))
        {
            return packed.Encode(IdBytes(packed.Bytes, scrubber));
        }

        return PackedBytes.Rewrite(packed.Bytes, field, scrubber) is { } clean
            ? ReferenceEquals(clean, packed.Bytes) ? text : packed.Encode(clean)
            : packed.Bytes.AsSpan().StartsWith(Gzip) ? scrubber.StandIns.Fake(text) : null;
    }

    private static byte[] IdBytes(byte[] bytes, Scrubber scrubber)
    {
        // Of the two byte orders, the one whose id is a stand-in already must stay one.
        var id = new Guid(bytes);
        return StandInMark.Is(id) ? bytes : GuidRule.Map(id, scrubber).ToByteArray();
    }
}
