namespace Harness.Drift.Comparison;

/// <summary>Which of a family's refusals an answer looks like. Where two look the same, it tells nothing.</summary>
internal enum RefusalLook
{
    Unclear,
    UnknownPath,
    UnknownObject,
    License,

    /// <summary>One that the family has for a wrong workspace, region or other context.</summary>
    OtherContext,
}
