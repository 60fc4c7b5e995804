using Harness.Drift.Guard;

namespace Harness.Drift.Probing;

/// <summary>How one run probes.</summary>
public sealed record ProbeOptions
{
    public GuardSettings Guard { get; init; } = new();

    /// <summary>About how many objects of a kind each operation is asked.</summary>
    public int Samples { get; init; } = 3;

    /// <summary>Families asked at the same time; they live on hosts of their own.</summary>
    public int Families { get; init; } = 4;

    /// <summary>The user's data folder: confirmations, sealed sessions.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Where the journal is kept; null for none, and then nothing can be resumed.</summary>
    public string? Out { get; init; }

    /// <summary>Goes on with the journal that is there.</summary>
    public bool Resume { get; init; }

    /// <summary>What the person gave with <c>--i-confirm</c>.</summary>
    public string? Confirm { get; init; }

    public bool AcceptOverprivileged { get; init; }

    /// <summary>Takes lines for the person at the terminal.</summary>
    public Action<string> Say { get; init; } = static _ => { };

    public IProbeProgress? Progress { get; init; }
}
