using System.Text.Json.Serialization;
using Harness.Drift.Comparison;
using Harness.Drift.Findings;

namespace Harness.Drift.Reports;

/// <summary>All that a run has to say, from which every report file is written; <c>report.json</c> is this very document.</summary>
/// <remarks>It holds types, counts and path templates; never a value of an answer.</remarks>
public sealed record RunReport
{
    public const string SchemaId = "harness-drift/1";

    public string Schema { get; init; } = SchemaId;

    public required string RunId { get; init; }

    public required string Target { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }

    public required Verdict Verdict { get; init; }

    public required int ExitCode { get; init; }

    /// <summary>One sentence: why the verdict is what it is.</summary>
    public string Because { get; init; } = "";

    public required RunCoverage Coverage { get; init; }

    public required RequestTally Requests { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>DRIFT0xx: what kept operations from being judged.</summary>
    public IReadOnlyList<Finding> Environment { get; init; } = [];

    public IReadOnlyList<ResolvedFinding> Resolved { get; init; } = [];

    public IReadOnlyList<FamilyHealth> Health { get; init; } = [];

    public IReadOnlyList<ContractPatch> Patches { get; init; } = [];

    /// <summary>Oldest first, tonight last.</summary>
    public IReadOnlyList<Night> Trend { get; init; } = [];

    public IReadOnlyList<ReportedOperation> Operations { get; init; } = [];

    /// <summary>The target file as the person named it, for replay commands.</summary>
    public string TargetFile { get; init; } = "";

    [JsonIgnore]
    public IEnumerable<Finding> News => Findings.Where(f => f.State == FindingState.New);

    [JsonIgnore]
    public IEnumerable<Finding> Gating => Findings.Where(f => f.Gates);

    public int Count(FindingState state) => Findings.Count(f => f.State == state);
}
