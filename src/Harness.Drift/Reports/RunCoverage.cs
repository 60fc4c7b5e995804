using System.Text.Json.Serialization;

namespace Harness.Drift.Reports;

/// <summary>How much of the contract a run could look at; a run that saw nothing must not look like one that found nothing.</summary>
public sealed record RunCoverage
{
    /// <summary>GETs of the chosen families, whether they could be probed or not.</summary>
    public required int Planned { get; init; }

    /// <summary>Operations that got an answer.</summary>
    public required int Probed { get; init; }

    /// <summary>Operations of which at least one answer was a 2xx.</summary>
    [JsonPropertyName("observed2xx")]
    public required int Observed2xx { get; init; }

    /// <summary>Why the others were not probed, with counts: <c>not-listed</c>, <c>no-parameter-value</c>, ...</summary>
    public IReadOnlyDictionary<string, int> Skipped { get; init; } = new SortedDictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Operations whose answer said something about the contract, and not merely about the session, the license or the network.</summary>
    public int Conclusive { get; init; }

    /// <summary>Operations that were meant to be sent: planned, less what was skipped.</summary>
    public int Sendable { get; init; }

    /// <summary>Share of <see cref="Sendable"/> that must be conclusive; below it the run is inconclusive.</summary>
    public double Floor { get; init; }

    /// <summary>Operations of the chosen families that are not GET at all, which no run can check.</summary>
    public int NotReadable { get; init; }

    [JsonIgnore]
    public double Share => Sendable == 0 ? 0 : (double)Conclusive / Sendable;

    [JsonIgnore]
    public bool IsUnderFloor => Share < Floor;
}
