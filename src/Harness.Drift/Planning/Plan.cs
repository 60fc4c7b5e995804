using Harness.Drift.Targets;

namespace Harness.Drift.Planning;

/// <summary>What a run will ask of a target, in order, and what it cannot ask.</summary>
public sealed class Plan
{
    public required Target Target { get; init; }

    /// <summary>By family; within one canaries first, then what others depend on.</summary>
    public required IReadOnlyList<PlannedProbe> Probes { get; init; }

    /// <summary>GETs that are not asked. Every one of them is reported as not checked.</summary>
    public required IReadOnlyList<SkippedProbe> Skipped { get; init; }

    /// <summary>Operations that are no GET: a runner that only reads can never check them.</summary>
    public required int NotReadable { get; init; }

    /// <summary>How many GETs this shard answers for, asked or not.</summary>
    public int Planned => Probes.Count(p => p.IsReported) + Skipped.Count;
}
