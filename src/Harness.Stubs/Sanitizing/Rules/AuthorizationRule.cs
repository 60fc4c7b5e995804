namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class AuthorizationRule : LabelRule
{
    public override string Id => "SAN-001";

    public override string Catches => "credentials in Authorization and its relatives";

    public override string Example => "Authorization: Bearer 7f3K...";

    public override string StandIn => "the scheme, and fake-<mark>";

    public override bool Covers(FieldPlace place, string label) =>
        label is "authorization" or "proxyauthorization" or "supplementaryauthorization" or "authheader" or "httpheader" or "xmsauthorizationauxiliary"
        || (place == FieldPlace.Header && label.EndsWith("authorization", StringComparison.Ordinal));

    public override string? Replace(string value, in Field field, Scrubber scrubber)
    {
        int space = value.IndexOf(' ', StringComparison.Ordinal);
        string scheme = space > 0 && space <= 24 ? value[..(space + 1)] : "", credential = value[scheme.Length..];
        if (credential.Length < 4)
        {
            return value;
        }

        if (scheme.Equals("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            return scheme + BasicCredentials.Fake;
        }

        string fake = scrubber.StandIns.Fake(credential);
        scrubber.Vocabulary.Learn(credential, fake);
        return scheme + fake;
    }
}
