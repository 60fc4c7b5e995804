namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class DigestRule : ShapeRule
{
    public override string Id => "SAN-017";

    public override string Catches => "SharePoint's form digests, wherever they stand";

    public override string Example => "0x9F2A...,11 Jun 2026 08:14:55 -0000";

    private static readonly Shape Digests = new(@"0x[0-9A-Fa-f]{40,}");

    public override string StandIn => "a digest of zeros with the same date";

    public override TextTraits Needs => TextTraits.Digit | TextTraits.LongRun;

    public static bool Matches(string value) => Digests.IsMatch(value);

    public override string Replace(string text, in Field field, Scrubber scrubber) =>
        text.Contains("0x", StringComparison.Ordinal) ? Digests.Replace(text, m => "0x" + new string('0', m.Length - 2)) : text;
}
