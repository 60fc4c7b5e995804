using Harness.Drift.Planning;
using Harness.Drift.Probing;
using Harness.Drift.Reports;

namespace Harness.Drift.Runs;

/// <summary>How one run is to be done, apart from what the target file and the contracts say.</summary>
public sealed record DriftRunSettings
{
    /// <summary>Below it a run is inconclusive: half of what was to be seen is not a look at a tenant.</summary>
    public const double UsualFloor = 0.5;

    public required ProbeOptions Probing { get; init; }

    /// <summary>Where reports and the record of the run go.</summary>
    public required string Out { get; init; }

    public IReadOnlyList<IReportFormat> Formats { get; init; } = ReportFormats.All;

    /// <summary>Null to neither read nor write one.</summary>
    public string? Baseline { get; init; }

    /// <summary>False for a part of a run, which its merge learns from, and for a second look at one operation.</summary>
    public bool Learns { get; init; } = true;

    public Shard Shard { get; init; } = Shard.Whole;

    public double Floor { get; init; } = UsualFloor;

    /// <summary>What was given with <c>--contracts</c>, for the record.</summary>
    public IReadOnlyList<string> Contracts { get; init; } = [];

    public bool NoCore { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
