using System.Globalization;
using System.Text;

namespace Harness.Stubs.Har;

/// <summary>Reads a JSON string that holds half a character, with U+FFFD in the half's place.</summary>
internal static class LoneSurrogates
{
    /// <param name="raw">The string with its quotes and escapes, known to be well-formed JSON.</param>
    public static string Decode(ReadOnlySpan<char> raw)
    {
        ReadOnlySpan<char> text = raw[1..^1];
        var decoded = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                decoded.Append(text[i]);
                continue;
            }

            i++;
            if (text[i] == 'u')
            {
                decoded.Append((char)ushort.Parse(text.Slice(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                decoded.Append(text[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', char other => other });
            }
        }

        return Whole(decoded);
    }

    private static string Whole(StringBuilder text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                text[i] = '\uFFFD';
            }
        }

        return text.ToString();
    }
}
