namespace Harness.Stubs.Sanitizing;

/// <summary>A rule that knows values by their shape, anywhere in a text.</summary>
internal abstract class ShapeRule : SanitizerRule
{
    /// <summary>A text that lacks one of these cannot hold what the rule looks for.</summary>
    public abstract TextTraits Needs { get; }

    /// <summary>Whether what it finds is told to the vocabulary: the first reading needs no other rule.</summary>
    public virtual bool Learns => false;

    /// <summary>The text with stand-ins in it; the very same text if there was nothing to replace.</summary>
    public abstract string Replace(string text, in Field field, Scrubber scrubber);
}
