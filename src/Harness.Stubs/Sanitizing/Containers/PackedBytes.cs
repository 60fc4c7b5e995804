using System.IO.Compression;
using System.Text;
using System.Text.Unicode;

namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>Cleans bytes that hold a text: UTF-8, UTF-16, or one of them compressed.</summary>
internal static class PackedBytes
{
    private const int LargestUnpacked = 16 * 1024 * 1024;
    private const int MostLayers = 3;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The same bytes object if nothing had to change; null if they hold no text.</summary>
    public static byte[]? Rewrite(byte[] bytes, in Field field, Scrubber scrubber, int layers = 0)
    {
        if (bytes.Length > 18 && bytes[0] == 0x1F && bytes[1] == 0x8B)
        {
            return Compressed(bytes, field, scrubber, layers, s => new GZipStream(s, CompressionMode.Decompress), s => new GZipStream(s, CompressionLevel.Optimal));
        }

        if (bytes.Length > 8 && bytes[0] == 0x78 && (((bytes[0] << 8) + bytes[1]) % 31) == 0)
        {
            return Compressed(bytes, field, scrubber, layers, s => new ZLibStream(s, CompressionMode.Decompress), s => new ZLibStream(s, CompressionLevel.Optimal));
        }

        if (PlainText(bytes) is { } text)
        {
            string clean = scrubber.Text(text, field);
            return string.Equals(clean, text, StringComparison.Ordinal) ? bytes : Strict.GetBytes(clean);
        }

        if (WideText(bytes) is { } wide)
        {
            string clean = scrubber.Text(wide, field);
            return string.Equals(clean, wide, StringComparison.Ordinal) ? bytes : Encoding.Unicode.GetBytes(clean);
        }

        return field.Label.StartsWith("saml", StringComparison.Ordinal) ? Compressed(bytes, field, scrubber, layers, s => new DeflateStream(s, CompressionMode.Decompress), s => new DeflateStream(s, CompressionLevel.Optimal)) : null;
    }

    /// <summary>The bytes as text, if nothing in them speaks against it.</summary>
    public static string? PlainText(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8 || bytes.IndexOfAnyInRange((byte)0, (byte)8) >= 0)
        {
            return null;
        }

        // Most base64 is no text at all, and an exception for each would be most of the work.
        if (!Utf8.IsValid(bytes))
        {
            return null;
        }

        string text = Strict.GetString(bytes);
        return !text.AsSpan().ContainsAny(CharSets.Controls) && text.Count(c => c > 126) * 4 <= text.Length ? text : null;
    }

    private static string? WideText(byte[] bytes)
    {
        if (bytes.Length < 16 || bytes.Length % 2 != 0)
        {
            return null;
        }

        for (int i = 0; i < bytes.Length; i += 2)
        {
            if (bytes[i + 1] != 0 || bytes[i] is < 9 or > 126)
            {
                return null;
            }
        }

        return Encoding.Unicode.GetString(bytes);
    }

    private static byte[]? Compressed(byte[] bytes, in Field field, Scrubber scrubber, int layers, Func<Stream, Stream> open, Func<Stream, Stream> pack)
    {
        // There are archives that hold themselves.
        byte[]? inside = layers < MostLayers ? EncodedBody.Unpack(bytes, open, LargestUnpacked) : null;
        if (inside is null || Rewrite(inside, field, scrubber, layers + 1) is not { } clean)
        {
            return null;
        }

        if (ReferenceEquals(clean, inside))
        {
            return bytes;
        }

        using var packed = new MemoryStream();
        using (Stream stream = pack(packed))
        {
            stream.Write(clean);
        }

        return packed.ToArray();
    }
}
