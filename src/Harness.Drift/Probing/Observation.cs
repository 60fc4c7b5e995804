using Harness.Drift.Inference;

namespace Harness.Drift.Probing;

/// <summary>What one probe of one operation saw: status, headers' names and shape; the only thing the comparison knows of the target.</summary>
/// <remarks>It holds no value of any answer: the body was turned into a shape while it was read.</remarks>
public sealed record Observation
{
    public required string Family { get; init; }

    /// <summary>GET or HEAD.</summary>
    public required string Method { get; init; }

    /// <summary>The operation's full path template, server prefix included.</summary>
    public required string Path { get; init; }

    /// <summary>Key of the operation, as plans have it.</summary>
    internal string Operation => $"{Family} {Method} {Path}";

    public required ProbeOutcome Outcome { get; init; }

    /// <summary>Why nothing was sent, or what failed, as a stable code (<c>no-parameter-value</c>, <c>not-listed</c>, <c>unsafe</c>, <c>budget</c>, <c>timeout</c>, <c>connection</c>); empty for an answer.</summary>
    public string Reason { get; init; } = "";

    public DateTimeOffset At { get; init; }

    /// <summary>0 for the first sample of an operation in a run, then counting up; a re-fetch to confirm is a sample too.</summary>
    public int Sample { get; init; }

    /// <summary>0 when there was no answer.</summary>
    public int Status { get; init; }

    /// <summary>Media type without parameters, lower case; empty when the answer named none.</summary>
    public string MediaType { get; init; } = "";

    public BodyKind BodyKind { get; init; }

    public RedirectTarget Redirect { get; init; }

    /// <summary>Names of the answer's headers, lower case, sorted.</summary>
    public IReadOnlyList<string> HeaderNames { get; init; } = [];

    /// <summary>Shape of a JSON body; null for everything else.</summary>
    public Shape? Body { get; init; }

    public long Bytes { get; init; }

    public TimeSpan Latency { get; init; }

    /// <summary>Keyed hash of the object id that the path was filled with, so that the same object is recognized on another night; empty for a call without ids.</summary>
    public string ObjectKey { get; init; } = "";

    /// <summary>Whether an id in the path was harvested or guessed, so that a 404 may mean no more than "that object is gone".</summary>
    public bool UsesHarvestedId { get; init; }

    /// <summary>Whether a guessed id stood in for one that no answer of the run named: a refusal of it says nothing of what real ids get.</summary>
    public bool UsesStandIn { get; init; }

    public SessionHealth Session { get; init; }
}
