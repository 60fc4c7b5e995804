using System.Text;

namespace Harness.Mock.Synthesis;

/// <summary>Encodes path values the way the portals' own pages do: spaces and slashes, but neither quotes nor parentheses.</summary>
internal static class PercentEncoding
{
    private const string Plain = "-._~!$&'()*+,;=:@";

    /// <summary>Encodes one value; a slash in it does not begin a segment.</summary>
    public static string Value(string text) => Encode(text, Plain);

    /// <summary>Encodes the literal parts of a template, some of which hold spaces (observed: <c>roles(roleid = ...)</c>).</summary>
    public static string Literal(string text) => Encode(text, Plain + "/%");

    private static string Encode(string text, string plain)
    {
        StringBuilder encoded = new(text.Length);
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            if (b < 128 && (char.IsAsciiLetterOrDigit((char)b) || plain.Contains((char)b)))
            {
                encoded.Append((char)b);
            }
            else
            {
                encoded.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return encoded.ToString();
    }
}
