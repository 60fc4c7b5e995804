using System.Buffers;
using System.Text;

namespace Harness.Contracts.Routing;

/// <summary>Writes a text as a segment of a path, escaping only what RFC 3986 does not allow there.</summary>
internal static class PathEncoding
{
    private static readonly SearchValues<char> s_allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@");

    public static string Encode(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(s_allowed))
        {
            return text;
        }

        StringBuilder encoded = new(text.Length * 2);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && s_allowed.Contains((char)rune.Value))
            {
                encoded.Append((char)rune.Value);
            }
            else
            {
                encoded.Append(Uri.EscapeDataString(rune.ToString()));
            }
        }

        return encoded.ToString();
    }
}
