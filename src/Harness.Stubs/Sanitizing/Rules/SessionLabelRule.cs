namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class SessionLabelRule : LabelRule
{
    public override string Id => "SAN-016";

    public override string Catches => "values that tie calls to a sign-in: nonce, state, session ids, codes";

    public override string Example => "state=k3J9...";

    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "nonce", "state", "sid", "sessionstate", "clientinfo", "loginhint", "codechallenge", "code", "jti", "uti", "aio", "rh", "xmstpl", "mscv", "xazureref", "session", "ests", "esctx", "fpc", "msagw",
        "sub", "athash", "chash", "xmsclitelem", "xmscorrelationid", "domainhint", "aegchannelname", "messageid", "secwebsocketkey", "secwebsocketaccept", "connectionid", "id",
    };

    public override string StandIn => "fake-<mark>";

    public override bool Covers(FieldPlace place, string label) => Labels.Contains(label);

    public override string? Replace(string value, in Field field, Scrubber scrubber)
    {
        bool isOpaque = value.Length >= 12 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '+' or '/' or '=' or '%' or '|') && Randomness.IsLikely(value, 12);
        if (!isOpaque || Guid.TryParse(value, out _))
        {
            return null;
        }

        if (scrubber.Unpacked(value, field) is { } clean)
        {
            return clean;
        }

        return GuidSpellings.ContainsOne(value) ? null : scrubber.StandIns.Fake(value);
    }
}
