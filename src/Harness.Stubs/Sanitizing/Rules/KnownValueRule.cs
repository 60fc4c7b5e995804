namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class KnownValueRule : ShapeRule
{
    public override string Id => "SAN-051";

    public override string Catches => "values met under a telling name, in free text";

    public override string Example => "principal Ann Lee is not assigned";

    public override string StandIn => "the stand-in that the value has under its name";

    public override TextTraits Needs => TextTraits.None;

    public override string Replace(string text, in Field field, Scrubber scrubber) => field.Place == FieldPlace.Script ? text : scrubber.Vocabulary.Replace(text);
}
