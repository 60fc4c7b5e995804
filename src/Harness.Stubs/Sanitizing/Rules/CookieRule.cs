namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class CookieRule : LabelRule
{
    public override string Id => "SAN-002";

    public override string Catches => "the value of every cookie";

    public override string Example => "sccauth=Zk3q...";

    public override string StandIn => "name and attributes, and fake-<mark>";

    public override bool Covers(FieldPlace place, string label) => place == FieldPlace.Cookie;

    public override string? Replace(string value, in Field field, Scrubber scrubber)
    {
        string bare = value.Trim('"');
        // A count of chunks is structure: without it the chunks that follow mean nothing.
        if (bare.Length == 0 || (bare.Length <= 10 && (bare.StartsWith("chunks:", StringComparison.Ordinal) || bare.StartsWith("chunks-", StringComparison.Ordinal))))
        {
            return value;
        }

        string fake = scrubber.StandIns.Fake(bare);
        if (bare.Length >= 12)
        {
            scrubber.Vocabulary.Learn(bare, fake);
        }

        return fake;
    }
}
