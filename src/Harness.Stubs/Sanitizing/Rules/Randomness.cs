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
        int changes = 0, digits = 0, letters = 0;
        int last = -1;
        Span<bool> seen = stackalloc bool[128];
        int distinct = 0;
        foreach (char c in run)
        {
            // A capital begins a word: Aa counts as no change.
            int kind = char.IsAsciiDigit(c) ? 0 : char.IsAsciiLetterUpper(c) ? 1 : char.IsAsciiLetterLower(c) ? 2 : 3;
            digits += kind == 0 ? 1 : 0;
            letters += kind is 1 or 2 ? 1 : 0;
            changes += last >= 0 && kind != last && !(last == 1 && kind == 2) ? 1 : 0;
            last = kind;
            if (c < 128 && !seen[c])
            {
                seen[c] = true;
                distinct++;
            }
        }

        bool isMixed = digits >= 2 && letters >= 4;
        return isMixed && distinct >= Math.Min(8, run.Length / 2) && changes >= run.Length * FewestChanges;
    }
}
