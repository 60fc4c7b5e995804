namespace Harness.Drift.Baselines;

/// <summary>A finding that is open on a target: since when, and whether a person has taken it as the new normal.</summary>
public sealed record LedgerEntry
{
    public required string Fingerprint { get; init; }

    public required string Rule { get; init; }

    public required string Family { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public string Pointer { get; init; } = "";

    /// <summary>The first run that reported it.</summary>
    public required string Since { get; init; }

    /// <summary>When it was accepted; null while nobody has.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    public string Operation => $"{Family} {Method} {Path}";
}
