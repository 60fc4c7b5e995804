namespace Harness.Stubs.Sanitizing;

/// <summary>A rule that knows one way of packing values into a text, and cleans what is inside.</summary>
internal abstract class DecodeRule : SanitizerRule
{
    /// <summary>The packed text with its inside cleaned, packed again the same way; null if the text is not packed that way.</summary>
    public abstract string? Rewrite(string text, in Field field, Scrubber scrubber);
}
