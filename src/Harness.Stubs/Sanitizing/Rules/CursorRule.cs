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

    public override string StandIn => "the cursor with its inside cleaned, or fake-<mark> where it cannot be read";

    public override bool Covers(FieldPlace place, string label) => Labels.Contains(label);

    public override string? Replace(string value, in Field field, Scrubber scrubber)
    {
        if (scrubber.Unpacked(value, field) is { } clean)
        {
            return clean;
        }

        string shaped = scrubber.Shapes(value, Field.Plain);
        if (!ReferenceEquals(shaped, value) || !Randomness.IsLikely(value.Trim('"', 'W', '/'), 16))
        {
            return shaped;
        }

        string fake = scrubber.StandIns.Fake(value.Trim('"'));
        scrubber.Vocabulary.Learn(value.Trim('"'), fake);
        return value.StartsWith("W/\"", StringComparison.Ordinal) ? $"W/\"{fake}\"" : value[0] == '"' ? $"\"{fake}\"" : fake;
    }
}
