using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Harness.Stubs.Leaks;

/// <summary>Finds texts inside a text: base64, compressed base64, percent-encoding. A secret so packed is a secret.</summary>
internal static class PackedText
{
    private const int LargestUnpacked = 16 * 1024 * 1024;

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\"'<>");

    private static readonly Regex Runs = new(@"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{32,}={0,2}", RegexOptions.Compiled | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(20));
    private static readonly Regex Encoded = new("%(?:25)*(?:3[DdAa]|2[26Ff])", RegexOptions.Compiled | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(20));

    public static IEnumerable<(int At, string Text)> Find(string text)
    {
        foreach (Match match in Runs.Matches(text))
        {
            if (Decode(match.Value) is { } inside)
            {
                yield return (match.Index, inside);
            }
        }

        int done = 0;
        foreach (Match match in Encoded.Matches(text))
        {
            if (match.Index < done)
            {
                continue;
            }

            (int start, int end) = Word(text, done, match.Index);
            done = end;
            yield return (start, Uri.UnescapeDataString(text[start..end]));
        }
    }

    // Found by its sign and widened, for a pattern that began with the word would read a long one again from each of its letters.
    private static (int Start, int End) Word(string text, int from, int at)
    {
        int start = text.AsSpan(from, at - from).LastIndexOfAny(Ends), length = text.AsSpan(at).IndexOfAny(Ends);
        return (from + start + 1, length < 0 ? text.Length : at + length);
    }

    private static string? Decode(string run)
    {
        string bare = run.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        if (bare.Length % 4 == 1)
        {
            return null;
        }

        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(bare.PadRight((bare.Length + 3) / 4 * 4, '='));
        }
        catch (FormatException)
        {
            return null;
        }

        if (bytes.Length > 18 && bytes[0] == 0x1F && bytes[1] == 0x8B)
        {
            return Unpack(bytes);
        }

        string text = Encoding.UTF8.GetString(bytes);
        return text.Any(c => c < 9 || c == '\uFFFD') ? null : text;
    }

    private static string? Unpack(byte[] bytes)
    {
        try
        {
            using var stream = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            byte[] unpacked = new byte[LargestUnpacked];
            int length = stream.ReadAtLeast(unpacked, unpacked.Length, throwOnEndOfStream: false);
            return Encoding.UTF8.GetString(unpacked, 0, length);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
