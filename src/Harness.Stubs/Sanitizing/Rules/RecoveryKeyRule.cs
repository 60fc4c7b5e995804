namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class RecoveryKeyRule : ShapeRule
{
    public override string Id => "SAN-012";

    public override string Catches => "BitLocker recovery keys, product keys, seeds of one-time passwords";

    public override string Example => "123456-234567-... (8 groups)";

    private static readonly Shape Keys = new(@"(?<![0-9-])\d{6}(?:-\d{6}){7}(?![0-9-])|(?<![A-Z0-9-])[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}(?![A-Z0-9-])|(?<=otpauth://[^\s""']{0,200}secret=)[A-Z2-7]{10,}");

    public override string StandIn => "the same groups of other characters";

    public override TextTraits Needs => TextTraits.None;

    public override TextTraits NeedsOneOf => TextTraits.Dash | TextTraits.Colon;

    public static bool Matches(string value) => Keys.IsMatch(value);

    public override string Replace(string text, in Field field, Scrubber scrubber) => text.Length < 29 || (text.AsSpan().Count('-') < 4 && !text.Contains("otpauth", StringComparison.Ordinal)) ? text : Keys.Replace(text, m => Grouped(m.Value, scrubber));

    private static string Grouped(string key, Scrubber scrubber)
    {
        if (!key.Contains('-', StringComparison.Ordinal))
        {
            return StandInMark.Ends(key) ? key : scrubber.StandIns.Mark("seed", key).ToUpperInvariant();
        }

        if (key.All(c => char.IsAsciiDigit(c) || c == '-'))
        {
            return scrubber.StandIns.Digits("recovery", key);
        }

        string bare = key.Replace("-", "", StringComparison.Ordinal);
        if (StandInMark.Ends(bare))
        {
            return key;
        }

        string standIn = "FAKEFAKEF" + scrubber.StandIns.Mark("productkey", bare).ToUpperInvariant();
        return string.Join('-', Enumerable.Range(0, 5).Select(i => standIn.Substring(i * 5, 5)));
    }
}
