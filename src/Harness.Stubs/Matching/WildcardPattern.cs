using System.Text.RegularExpressions;

namespace Harness.Stubs.Matching;

/// <summary>WireMock.Net's wildcards: <c>*</c> is any number of any characters, <c>?</c> exactly one. There is no escape.</summary>
internal static class WildcardPattern
{
    public static bool IsLiteral(string pattern) => !pattern.AsSpan().ContainsAny('*', '?');

    // Not by way of a regex: the time is bounded by the product of the lengths, whatever a stranger's pattern looks like.
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, bool ignoreCase)
    {
        int p = 0, t = 0, star = -1, starText = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, starText) = (++p, t);
            }
            else if (p < pattern.Length && (pattern[p] == '?' || IsSame(pattern[p], text[t], ignoreCase)))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                (p, t) = (star, ++starText);
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].Trim('*').IsEmpty;
    }

    /// <summary>A regular expression for the whole text.</summary>
    public static string ToRegex(string pattern) =>
        Regex.Escape(pattern).Replace("\\*", "[\\s\\S]*", StringComparison.Ordinal).Replace("\\?", "[\\s\\S]", StringComparison.Ordinal);

    private static bool IsSame(char a, char b, bool ignoreCase) => a == b || (ignoreCase && char.ToUpperInvariant(a) == char.ToUpperInvariant(b));
}
