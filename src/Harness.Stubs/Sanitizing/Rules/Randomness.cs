namespace Harness.Stubs.Sanitizing.Rules;

/// <summary>Tells what a machine drew from what a person or a program named: names change between letters and digits seldom, random text all the time.</summary>
internal static class Randomness
{
    public const int ShortestUnknown = 20;

    private const double FewestChanges = 0.28;

    public static bool IsLikely(ReadOnlySpan<char> token, int shortest)
    {
        int start = 0;
        bool hasStandIn = false;
        // Names are joined by dashes and underscores; the random part may be one of several.
        for (int i = 0; i <= token.Length; i++)
        {
            if (i == token.Length || token[i] is '-' or '_' or '.' or '=' or '~' or '%' or '|')
            {
                if (StandInMark.Ends(token[start..i]))
                {
                    hasStandIn = true;
                }
                else if (i - start >= Math.Min(shortest, 16) && IsRandomRun(token[start..i]))
                {
                    return true;
                }

                start = i + 1;
            }
        }

        return !hasStandIn && token.Length >= shortest && token.ContainsAny(CharSets.Joints) && IsRandomRun(token);
    }

    /// <summary>Whether the token ends in a stand-in's mark, or packs one.</summary>
    public static bool IsStandIn(string token)
    {
        ReadOnlySpan<char> bare = token.AsSpan().TrimEnd('=');
        if (StandInMark.Ends(bare))
        {
            return true;
        }

        return token.Length is >= 28 and <= 32 && token.StartsWith("ZmFrZS", StringComparison.Ordinal)
            && System.Buffers.Text.Base64.IsValid(token)
            && Pseudonyms.IsFake(System.Text.Encoding.Latin1.GetString(Convert.FromBase64String(token)));
    }

    private static bool IsRandomRun(ReadOnlySpan<char> run)
    {
        int changes = 0, groups = 0, digits = 0, letters = 0, pairs = 0, oddPairs = 0, distinct = 0;
        Kind last = Kind.None;
        ulong seenLow = 0, seenHigh = 0;
        for (int i = 0; i < run.Length; i++)
        {
            char c = run[i];
            Kind kind = KindOf(c);
            digits += kind == Kind.Digit ? 1 : 0;
            groups += kind == Kind.Digit && last != Kind.Digit ? 1 : 0;
            letters += IsLetter(kind) ? 1 : 0;
            // A capital begins a word: Aa counts as no change, and aA as no pair.
            changes += last != Kind.None && kind != last && !(last == Kind.Upper && kind == Kind.Lower) ? 1 : 0;
            if (IsLetter(kind) && IsLetter(last) && !(last == Kind.Lower && kind == Kind.Upper))
            {
                pairs++;
                oddPairs += LetterPairs.IsOdd(run[i - 1], c) ? 1 : 0;
            }

            ref ulong seen = ref c < 64 ? ref seenLow : ref seenHigh;
            ulong bit = 1UL << (c & 63);
            distinct += (seen & bit) == 0 ? 1 : 0;
            seen |= bit;
            last = kind;
        }

        if (letters < 4 || distinct < Math.Min(8, run.Length / 2))
        {
            return false;
        }

        bool changesOften = changes >= run.Length * FewestChanges;
        return digits >= 2
            ? changesOften || (groups >= 3 && changes >= run.Length * 0.15) || (pairs >= 4 && oddPairs >= pairs * 0.25) || (groups >= 2 && oddPairs >= Math.Max(2, pairs * 0.18))
            : changesOften && pairs >= 6 && oddPairs >= pairs * 0.25;
    }

    private static Kind KindOf(char c) => char.IsAsciiDigit(c) ? Kind.Digit : char.IsAsciiLetterUpper(c) ? Kind.Upper : char.IsAsciiLetterLower(c) ? Kind.Lower : Kind.Other;

    private static bool IsLetter(Kind kind) => kind is Kind.Upper or Kind.Lower;

    private enum Kind
    {
        None,
        Digit,
        Upper,
        Lower,
        Other,
    }
}
