namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class ClientSecretRule : ShapeRule
{
    public override string Id => "SAN-006";

    public override string Catches => "client secrets of applications";

    public override string Example => "abc8Q~Xk...";

    private static readonly Shape Secrets = new(@"[A-Za-z0-9_.~-]{3}[78]Q~[A-Za-z0-9_.~-]{30,36}");

    public override string StandIn => "fake-<mark>";

    public override TextTraits Needs => TextTraits.Digit | TextTraits.Letter | TextTraits.Tilde;

    public override string Replace(string text, in Field field, Scrubber scrubber) =>
        text.Contains("Q~", StringComparison.Ordinal) ? Secrets.Replace(text, m => scrubber.StandIns.Fake(m.Value)) : text;
}
