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

    public override bool LeavesIds => true;

    public override bool Covers(FieldPlace place, string label) => Labels.Contains(label);

    public override string? Replace(string value, in Field field, Scrubber scrubber)
    {
        bool isOpaque = value.Length >= 12 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '+' or '/' or '=' or '%' or '|') && (Randomness.IsLikely(value, 12) || (IsAlwaysOpaque(field.Label) && value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetter) && !value.Split('-', '.', '_').Any(p => StandInMark.Ends(p))));
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

    // The others are states, codes and ids of things as often as of sessions.
    private static bool IsAlwaysOpaque(string label) => label is not ("state" or "code" or "id" or "sub" or "session" or "messageid" or "connectionid" or "domainhint" or "rh" or "ests");
}
