namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class PhoneRule : ShapeRule
{
    public override string Id => "SAN-036";

    public override string Catches => "telephone numbers in international form, anywhere";

    public override string Example => "+1 425 555 1234";

    private static readonly Shape Phones = new(@"(?<![\w+.-])\+[1-9]\d{0,2}[\s.(-]{0,2}\d[\d\s().-]{6,16}\d(?![\w-])|(?<![\w.-])\(\d{3}\)\s?\d{3}-\d{4}(?![\w-])");

    public override string StandIn => "other digits in the same form";

    public override TextTraits Needs => TextTraits.Digit;

    public override TextTraits NeedsOneOf => TextTraits.Plus | TextTraits.Parenthesis;

    public override string Replace(string text, in Field field, Scrubber scrubber) =>
        field.Place == FieldPlace.Script || text.AsSpan().IndexOfAny("+(") < 0 ? text : Phones.Replace(text, m => scrubber.StandIns.Digits("number", m.Value));
}
