namespace Harness.Drift.Probing;

/// <summary>How far one probe got.</summary>
public enum ProbeOutcome
{
    /// <summary>A complete answer came back, whatever its status.</summary>
    Answered,

    /// <summary>Nothing was sent: a parameter could not be filled, the guard refused it, the budget was used up.</summary>
    NotSent,

    /// <summary>It was sent, and no complete answer came back.</summary>
    Failed,
}
