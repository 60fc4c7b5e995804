using Harness.Drift.Probing;
using Harness.Drift.Reports;

namespace Harness.Drift.Runs;

/// <summary>What a run set out to do and how far it got, kept beside its reports, so that a merge can judge several parts as one run.</summary>
public sealed record RunRecord
{
    public const string SchemaId = "harness-drift-run/1";
    public const string FileName = "run.json";

    public string Schema { get; init; } = SchemaId;

    public required string RunId { get; init; }

    public required string Target { get; init; }

    /// <summary>As the person named it.</summary>
    public string TargetFile { get; init; } = "";

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }

    public string Shard { get; init; } = "1/1";

    /// <summary>Of a merged run, the parts that nobody handed in; what they were to look at was not looked at.</summary>
    public IReadOnlyList<string> MissingParts { get; init; } = [];

    /// <summary>Folders given with <c>--contracts</c>.</summary>
    public IReadOnlyList<string> Contracts { get; init; } = [];

    public bool NoCore { get; init; }

    /// <summary>Null when the run neither read nor wrote one.</summary>
    public string? Baseline { get; init; }

    public double Floor { get; init; }

    /// <summary>Operations that this part answers for.</summary>
    public IReadOnlyList<PlannedRow> Planned { get; init; } = [];

    public int NotReadable { get; init; }

    public required RequestTally Requests { get; init; }

    public IReadOnlyList<FamilyHealth> Health { get; init; } = [];

    /// <summary>Everything that was seen or could not be sent; shapes and counts, no value.</summary>
    public IReadOnlyList<Observation> Observations { get; init; } = [];
}
