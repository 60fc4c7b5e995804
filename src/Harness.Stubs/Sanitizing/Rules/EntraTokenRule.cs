using System.Buffers;

namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class EntraTokenRule : ShapeRule
{
    public override string Id => "SAN-005";

    public override string Catches => "refresh tokens and authorization codes of Entra ID";

    public override string Example => "0.AXoA1b2C...";

    private static readonly Shape Tokens = new(@"(?<![A-Za-z0-9.])[01]\.A[A-Za-z0-9_-]{20,}(?:\.[A-Za-z0-9_-]*)*|(?<![A-Za-z0-9])M\.[A-Z]\d{2,3}_[A-Z0-9]{2,4}\.[A-Za-z0-9.*!$_-]{20,}");

    private static readonly SearchValues<string> Signs = SearchValues.Create([".A", "M."], StringComparison.Ordinal);

    public override string StandIn => "fake-<mark>";

    public override TextTraits Needs => TextTraits.Dot | TextTraits.LongRun;

    public override string Replace(string text, in Field field, Scrubber scrubber) =>
        text.AsSpan().ContainsAny(Signs) ? Tokens.Replace(text, m => scrubber.StandIns.Fake(m.Value)) : text;
}
