namespace Harness.Stubs.Sanitizing;

/// <summary>Finds a text's traits in one pass.</summary>
internal static class TextTraitsScan
{
    private const int LongRun = 20;

    private static readonly TextTraits[] OfChar = Table();

    private static readonly bool[] IsInToken = [.. Enumerable.Range(0, 128).Select(c => char.IsAsciiLetterOrDigit((char)c) || c is '+' or '/' or '_' or '=' or '~' or '-')];

    public static TextTraits Of(ReadOnlySpan<char> text)
    {
        TextTraits traits = TextTraits.None;
        int run = 0, token = 0;
        foreach (char c in text)
        {
            TextTraits trait = c < 128 ? OfChar[c] : TextTraits.Letter;
            traits |= trait;
            run = (trait & (TextTraits.Letter | TextTraits.Digit)) != TextTraits.None ? run + 1 : 0;
            token = IsInToken[c < 128 ? c : 0] ? token + 1 : 0;
            if (token >= LongRun)
            {
                traits |= run >= LongRun ? TextTraits.LongRun | TextTraits.TokenRun : TextTraits.TokenRun;
            }
        }

        return traits;
    }

    private static TextTraits[] Table()
    {
        var table = new TextTraits[128];
        for (char c = '\0'; c < 128; c++)
        {
            table[c] = c switch
            {
                '@' => TextTraits.At,
                '.' => TextTraits.Dot,
                '-' => TextTraits.Dash,
                '/' => TextTraits.Slash,
                '\\' => TextTraits.Backslash,
                ':' => TextTraits.Colon,
                '%' => TextTraits.Percent,
                '=' => TextTraits.Equal,
                '~' => TextTraits.Tilde,
                '+' => TextTraits.Plus,
                '(' => TextTraits.Parenthesis,
                '#' => TextTraits.Hash,
                '?' => TextTraits.Question,
                '_' => TextTraits.Underscore,
                _ when char.IsAsciiDigit(c) => TextTraits.Digit,
                _ when char.IsAsciiLetter(c) => TextTraits.Letter,
                _ when char.IsWhiteSpace(c) => TextTraits.Space,
                _ => TextTraits.None,
            };
        }

        return table;
    }
}
