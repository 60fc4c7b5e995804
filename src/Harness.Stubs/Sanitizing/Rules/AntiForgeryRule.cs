namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class AntiForgeryRule : LabelRule
{
    public override string Id => "SAN-007";

    public override string Catches => "anti-forgery tokens, canaries and form digests";

    public override string Example => "X-RequestDigest: 0x9F...,11 Jun 2026 08:14:55 -0000";

    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "xsrftoken", "xxsrftoken", "csrftoken", "xcsrftoken", "csrf", "xsrf", "requestverificationtoken", "antiforgerytoken", "xrequestdigest", "requestdigest", "formdigestvalue", "formdigest", "canary", "apicanary",
        "xowacanary", "sft", "sctx", "flowtoken", "ajaxsessionkey", "sajaxsessionkey", "xmsajaxsessionkey", "viewstate", "eventvalidation", "hpgrequestid", "ctx", "originalrequest", "xmscpimcsrf",
        "xyammercsrf", "authenticitytoken",
    };

    public override string StandIn => "fake-<mark>; a digest keeps its form and date";

    public override bool Covers(FieldPlace place, string label) => Labels.Contains(label);

    public override string? Replace(string value, in Field field, Scrubber scrubber)
    {
        if (DigestRule.Matches(value))
        {
            return null;
        }

        if (value.Length < 6)
        {
            return value;
        }

        string fake = scrubber.StandIns.Fake(value);
        scrubber.Vocabulary.Learn(value, fake);
        return fake;
    }
}
