namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class PemRule : ShapeRule
{
    public override string Id => "SAN-013";

    public override string Catches => "private keys and certificates";

    public override string Example => "-----BEGIN PRIVATE KEY-----";

    private static readonly Shape Blocks = new(@"(?<begin>-----BEGIN (?<kind>[A-Z0-9 ]+)-----)[^-]*(?<end>-----END [A-Z0-9 ]+-----)?|(?<![A-Za-z0-9+/])MI[IEGH][A-Za-z0-9+/]{60,}={0,2}|ssh-(?:rsa|ed25519) [A-Za-z0-9+/=]{40,}");

    public override string StandIn => "a block of the same kind that holds FAKE KEY";

    public override TextTraits Needs => TextTraits.Letter;

    public override string Replace(string text, in Field field, Scrubber scrubber) =>
        text.Contains("-----BEGIN", StringComparison.Ordinal) || text.Contains("MI", StringComparison.Ordinal) || text.Contains("ssh-", StringComparison.Ordinal)
            ? Blocks.Replace(text, m => m.Groups["begin"].Success
                ? $"{m.Groups["begin"].Value}\nRkFLRSBLRVk=\n-----END {m.Groups["kind"].Value}-----"
                : FakeBase64.Of(m.Value, scrubber))
            : text;
}
