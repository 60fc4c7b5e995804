using System.Text.RegularExpressions;

namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class PemRule : ShapeRule
{
    public override string Id => "SAN-013";

    public override string Catches => "private keys and certificates";

    public override string Example => "-----BEGIN PRIVATE KEY-----";

    private static readonly Shape Blocks = new(@"(?<begin>-----BEGIN (?<kind>[A-Z0-9 ]+)-----)[^-]*(?<end>-----END [A-Z0-9 ]+-----)?|(?<![A-Za-z0-9+/])MI[IEGH][A-Za-z0-9+/]{60,}={0,2}|ssh-(?:rsa|ed25519) [A-Za-z0-9+/=]{40,}");

    public override string StandIn => "a block of the same kind that holds FAKE KEY";

    public override TextTraits Needs => TextTraits.Letter;

    public override TextTraits NeedsOneOf => TextTraits.Dash | TextTraits.TokenRun;

    public override string Replace(string text, in Field field, Scrubber scrubber) =>
        text.Contains("-----BEGIN", StringComparison.Ordinal) || text.Contains("MI", StringComparison.Ordinal) || text.Contains("ssh-", StringComparison.Ordinal)
            ? Blocks.Replace(text, m => m.Groups["begin"].Success
                ? Block(m)
                : FakeBase64.Of(m.Value, scrubber))
            : text;

    // The text around it goes on as it was: a line break where there was none would end a table's row.
    private static string Block(Match block)
    {
        string inside = block.Value[block.Groups["begin"].Length..];
        string gap = inside.StartsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : inside.Length > 0 && inside[0] is '\n' or ' ' ? inside[..1] : "";
        return $"{block.Groups["begin"].Value}{gap}RkFLRSBLRVk={gap}-----END {block.Groups["kind"].Value}-----";
    }
}
