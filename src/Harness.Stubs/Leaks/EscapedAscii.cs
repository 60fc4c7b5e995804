using System.Globalization;
using System.Text.RegularExpressions;

namespace Harness.Stubs.Leaks;

/// <summary>Writes characters out that some writers of JSON escape though nothing asks for it: a quote as \u0022, a plus as \u002B.</summary>
internal static class EscapedAscii
{
    private const string Sign = @"\u00";

    private static readonly Regex Escapes = new(@"\\u00(?<code>[2-7][0-9A-Fa-f])", RegexOptions.Compiled | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(20));

    /// <summary>The same text with the same lines; quotes and backslashes stay escaped.</summary>
    public static string Decode(string text) => text.Contains(Sign, StringComparison.Ordinal) ? Escapes.Replace(text, Plain) : text;

    private static string Plain(Match match)
    {
        char plain = (char)int.Parse(match.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return plain is '"' or '\\' ? @"\" + plain : plain.ToString();
    }
}
