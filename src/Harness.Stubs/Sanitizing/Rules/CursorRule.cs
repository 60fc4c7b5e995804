namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class CursorRule : LabelRule
{
    public override string Id => "SAN-041";

    public override string Catches => "cursors: skip tokens, delta tokens, continuations, entity tags";

    public override string Example => "$skiptoken=eyJ...";

    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "skiptoken", "deltatoken", "continuationtoken", "continuation", "nextpagetoken", "pagetoken", "cursor", "nexttoken", "etag", "odataetag", "ifmatch", "ifnonematch", "synctoken", "changetoken", "pagingcookie", "nextcursor",
        "xmscontinuation", "watermark", "scrolltoken", "searchafter", "pagingtoken", "contextid", "xmsskiptoken", "nextpage",
    };

    private static readonly Shape Tokens = new("[A-Za-z0-9+/_~=-]{8,}");

    public override string StandIn => "the cursor with its inside cleaned, or fake-<mark> where it cannot be read";

    public override bool Covers(FieldPlace place, string label) => Labels.Contains(label);

    public override string? Replace(string value, in Field field, Scrubber scrubber)
    {
        if (scrubber.Unpacked(value, field) is { } clean)
        {
            return clean;
        }

        string shaped = scrubber.Shapes(value, Field.Plain);
        if (value.Contains("://", StringComparison.Ordinal) || value[0] is '/' or '?' || DateText.Is(value) || JwsRule.IsOne(shaped))
        {
            return shaped;
        }

        return Tokens.Replace(shaped, m => Token(m.Value, scrubber));
    }

    private static string Token(string token, Scrubber scrubber)
    {
        bool isOpaque = token.Any(char.IsAsciiDigit) && token.Any(char.IsAsciiLetter) && !GuidSpellings.ContainsOne(token) && !Randomness.IsStandIn(token) && !token.Split('-', '_', '=').Any(p => StandInMark.Ends(p));
        if (!isOpaque || StartsWithDate(token))
        {
            return token;
        }

        string fake = scrubber.StandIns.Fake(token);
        scrubber.Vocabulary.Learn(token, fake);
        return fake;
    }

    private static bool StartsWithDate(string token) => token.Length > 10 && token[4] == '-' && token[7] == '-' && token[10] == 'T' && char.IsAsciiDigit(token[0]);
}
