namespace Harness.Drift.Findings;

/// <summary>How sure a finding is; shape rules gate from <see cref="E3"/>, availability rules from <see cref="E4"/>.</summary>
public enum EvidenceLevel
{
    /// <summary>One answer.</summary>
    E0,

    /// <summary>Asked again, the same.</summary>
    E1,

    /// <summary>Seen in two runs or more.</summary>
    E2,

    /// <summary>The same object changed, or chance is ruled out by the counts.</summary>
    E3,

    /// <summary>As <see cref="E3"/>, with healthy canaries before and after.</summary>
    E4,
}
