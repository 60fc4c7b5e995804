namespace Harness.Drift.Findings;

/// <summary>What a finding is to those who read the report every morning: news, or something they have already dealt with.</summary>
public enum FindingState
{
    /// <summary>No earlier run of this target reported it.</summary>
    New,

    /// <summary>An earlier run reported it, and it is still there.</summary>
    Known,

    /// <summary>A person took it as the new normal (<c>harness drift accept</c>); it no longer gates.</summary>
    Accepted,

    /// <summary>A suppression with an owner and an end date covers it; it does not gate until then.</summary>
    Suppressed,
}
