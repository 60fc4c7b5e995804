namespace Harness.Drift.Reports;

/// <summary>What a run says about its target as a whole.</summary>
public enum Verdict
{
    /// <summary>Enough was seen, and nothing that gates.</summary>
    Clean,

    /// <summary>At least one finding gates.</summary>
    Drift,

    /// <summary>Too little was seen to call it clean: the session was void, or the coverage floor was missed.</summary>
    Inconclusive,
}
