namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class SamlRule : LabelRule
{
    public override string Id => "SAN-014";

    public override string Catches => "SAML and WS-Federation messages";

    public override string Example => "SAMLResponse=PHNhbWxw...";

    public override string StandIn => "the message with clean parts, packed again";

    public override bool Covers(FieldPlace place, string label) => label is "samlrequest" or "samlresponse" or "wresult" or "samlart";

    public override string? Replace(string value, in Field field, Scrubber scrubber) =>
        scrubber.Unpacked(value.Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal), field with { Label = "saml" }) ?? scrubber.StandIns.Fake(value);
}
