using System.Globalization;
using System.Text;

namespace Harness.Mock.Synthesis;

/// <summary>Reads the pieces of a regular expression: where an atom ends, how often it repeats, which characters a class holds.</summary>
internal static class PatternSyntax
{
    private const string Digits = "0123456789";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Word = Lower + "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + Digits + "_";

    public static int EndOfAtom(string pattern, int start) => pattern[start] switch
    {
        '\\' => Math.Min(pattern.Length, start + EscapeLength(pattern, start)),
        '[' => EndOfClass(pattern, start),
        '(' => EndOfGroup(pattern, start),
        _ => start + 1,
    };

    /// <summary>False for a quantifier that makes no sense.</summary>
    public static bool TryQuantifier(string pattern, int at, int extra, out int least, out int most, out int next)
    {
        (least, most, next) = (1, 1, at);
        if (at >= pattern.Length)
        {
            return true;
        }

        switch (pattern[at])
        {
            case '?':
                (least, most, next) = (0, 1, at + 1);
                break;
            case '*':
                (least, most, next) = (0, 2 + extra, at + 1);
                break;
            case '+':
                (least, most, next) = (1, 3 + extra, at + 1);
                break;
            case '{':
                if (!TryBraces(pattern, at, extra, out least, out most, out next))
                {
                    return false;
                }

                break;
            default:
                return true;
        }

        // Lazy or possessive, which makes no difference to what can be generated.
        next += next < pattern.Length && pattern[next] is '?' or '+' ? 1 : 0;
        return true;
    }

    public static string EscapeMembers(char c) => c switch
    {
        'd' => Digits,
        'D' => Lower,
        'w' => Word,
        'W' => "-",
        's' => " ",
        'S' => Lower + Digits,
        't' => "\t",
        'n' => "\n",
        'r' => "\r",
        _ => c.ToString(),
    };

    public static string ClassMembers(string pattern, int start, int end)
    {
        bool negated = pattern[start + 1] == '^';
        StringBuilder members = new();
        int at = start + (negated ? 2 : 1);
        while (at < end - 1)
        {
            int length = pattern[at] == '\\' ? EscapeLength(pattern, at) : 1;
            string piece = length == 1 ? pattern[at].ToString() : EscapeMembers(pattern[at + 1]);
            at += length;
            if (piece.Length == 1 && at < end - 2 && pattern[at] == '-')
            {
                at += pattern[at + 1] == '\\' ? 2 : 1;
                AppendRange(members, piece[0], pattern[at]);
                at++;
            }
            else
            {
                members.Append(piece);
            }
        }

        string all = members.ToString();
        return negated ? string.Concat((Word + "-. ").Where(c => !all.Contains(c))) : all;
    }

    private static void AppendRange(StringBuilder members, char from, char to)
    {
        for (int c = from; c <= to && c - from < 512; c++)
        {
            members.Append((char)c);
        }
    }

    private static bool TryBraces(string pattern, int at, int extra, out int least, out int most, out int next)
    {
        (least, most, next) = (0, 0, 0);
        int close = pattern.IndexOf('}', at);
        if (close < 0)
        {
            return false;
        }

        string[] bounds = pattern[(at + 1)..close].Split(',');
        next = close + 1;
        if (!int.TryParse(bounds[0], NumberStyles.None, CultureInfo.InvariantCulture, out least))
        {
            return false;
        }

        most = bounds.Length == 1 ? least : least + 2 + extra;
        if (bounds.Length > 1 && int.TryParse(bounds[1], NumberStyles.None, CultureInfo.InvariantCulture, out int stated))
        {
            most = Math.Min(stated, least + 8 + (extra * 4));
        }

        return true;
    }

    private static int EscapeLength(string pattern, int start) => start + 1 >= pattern.Length ? 1 : pattern[start + 1] switch { 'x' => 4, 'u' => 6, _ => 2 };

    private static int EndOfClass(string pattern, int start)
    {
        for (int i = start + 2; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
            {
                i++;
            }
            else if (pattern[i] == ']')
            {
                return i + 1;
            }
        }

        return pattern.Length;
    }

    private static int EndOfGroup(string pattern, int start)
    {
        int at = start + 1;
        while (at < pattern.Length && pattern[at] != ')')
        {
            at = EndOfAtom(pattern, at);
        }

        return Math.Min(pattern.Length, at + 1);
    }
}
