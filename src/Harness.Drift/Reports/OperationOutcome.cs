namespace Harness.Drift.Reports;

/// <summary>How one operation came out of a run.</summary>
public enum OperationOutcome
{
    /// <summary>It answered as it should.</summary>
    Passed,

    /// <summary>At least one finding of level warn or error that nobody has dealt with.</summary>
    Drifted,

    /// <summary>It could not be judged: the session, the license, throttling, the network.</summary>
    Environment,

    /// <summary>Nothing was sent.</summary>
    NotProbed,

    /// <summary>The runner itself failed on it.</summary>
    Faulted,
}
