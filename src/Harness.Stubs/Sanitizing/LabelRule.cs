namespace Harness.Stubs.Sanitizing;

/// <summary>A rule that knows values by their names: headers, members, fields.</summary>
internal abstract class LabelRule : SanitizerRule
{
    public abstract bool Covers(FieldPlace place, string label);

    /// <summary>Whether an id in its usual spelling is none of this rule's business, whatever it stands under.</summary>
    public virtual bool LeavesIds => false;

    /// <summary>The value's stand-in; null where this rule has nothing to say about it after all.</summary>
    public abstract string? Replace(string value, in Field field, Scrubber scrubber);
}
