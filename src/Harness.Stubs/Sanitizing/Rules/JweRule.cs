namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class JweRule : ShapeRule
{
    public override string Id => "SAN-004";

    public override string Catches => "encrypted tokens, and tokens that were cut off";

    public override string Example => "eyJhbGciOiJSU0EtT0FFUCJ9.a.b.c.d";

    private static readonly Shape Tokens = new(@"(?<![A-Za-z0-9_.-])eyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*){3,4}|(?<![A-Za-z0-9_.-])eyJ[A-Za-z0-9_-]{20,}(?:\.[A-Za-z0-9_-]*)?(?![A-Za-z0-9_.=-])");

    public override string StandIn => "fake-<mark>";

    public override TextTraits Needs => TextTraits.Letter;

    public override TextTraits NeedsOneOf => TextTraits.Dot | TextTraits.TokenRun;

    public override string Replace(string text, in Field field, Scrubber scrubber) =>
        text.Contains("eyJ", StringComparison.Ordinal) ? Tokens.Replace(text, m => scrubber.StandIns.Fake(m.Value)) : text;
}
