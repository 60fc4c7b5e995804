namespace Harness.Drift.Comparison;

/// <summary>Which rule a change of kind belongs to.</summary>
internal enum KindChangeSort
{
    Changed,
    Widened,
    NumberEncoding,
    Heterogeneous,
    Boxed,
    Root,
}
