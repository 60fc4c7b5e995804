namespace Harness.Stubs.Sanitizing;

/// <summary>A rule that knows values by their shape, anywhere in a text.</summary>
internal abstract class ShapeRule : SanitizerRule
{
    /// <summary>A text that lacks one of these cannot hold what the rule looks for.</summary>
    public abstract TextTraits Needs { get; }

    /// <summary>A text that has none of these cannot hold it either; where there are none, this says nothing.</summary>
    public virtual TextTraits NeedsOneOf => TextTraits.None;

    /// <summary>Whether what it finds is told to the vocabulary: the first reading needs no other rule.</summary>
    public virtual bool Learns => false;

    public bool MayFind(TextTraits traits) => (traits & Needs) == Needs && (NeedsOneOf == TextTraits.None || (traits & NeedsOneOf) != TextTraits.None);

    /// <summary>The text with stand-ins in it; the very same text if there was nothing to replace.</summary>
    public abstract string Replace(string text, in Field field, Scrubber scrubber);
}
