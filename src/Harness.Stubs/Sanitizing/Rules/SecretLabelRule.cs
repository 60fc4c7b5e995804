namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class SecretLabelRule : LabelRule
{
    public override string Id => "SAN-011";

    public override string Catches => "whatever is called a password, a secret, a key";

    public override string Example => "temporaryAccessPass: Q7+X2...";

    public override string StandIn => "fake-<mark>";

    public override bool Covers(FieldPlace place, string label) => SecretLabels.Contains(label);

    public override string? Replace(string value, in Field field, Scrubber scrubber)
    {
        if (SecretLabels.IsNoSecret(value))
        {
            return value;
        }

        string? inner = value.Length > 1 && value[0] is '{' or '[' ? scrubber.Unpacked(value, field) : null;
        if (inner is not null || JwsRule.IsOne(value) || TypedSecret.Is(value))
        {
            return inner;
        }

        string fake = scrubber.StandIns.Fake(value);
        if (value.Length >= 8 && value.Any(c => !char.IsAsciiLetterLower(c)))
        {
            scrubber.Vocabulary.Learn(value, fake);
        }

        return fake;
    }
}
