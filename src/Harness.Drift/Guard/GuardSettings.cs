namespace Harness.Drift.Guard;

/// <summary>How hard a run may press, and who is told.</summary>
public sealed record GuardSettings
{
    /// <summary>Calls at once to one host.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>Calls a second to one host; null for no limit, which only a mock bears.</summary>
    public double? PerSecond { get; init; } = 5;

    /// <summary>Null for no limit.</summary>
    public long? MaxRequests { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What is read of one body at most.</summary>
    public int LargestBody { get; init; } = 16 * 1024 * 1024;

    /// <summary>Times that a failed or refused-for-now call is sent again.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>A host that asks for a longer pause than this is given up for this run.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(2);

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public IAuditLog? Audit { get; init; }
}
