namespace Harness.Mock.Faults;

/// <summary>What goes wrong with a call on demand.</summary>
internal enum FaultKind
{
    /// <summary>Answered with the family's throttling refusal, or 429.</summary>
    Throttle,

    /// <summary>Answered as ever, later.</summary>
    Latency,

    /// <summary>Answered with a status of the person's choice.</summary>
    Error,

    /// <summary>Not answered: the connection is cut.</summary>
    Reset,
}
