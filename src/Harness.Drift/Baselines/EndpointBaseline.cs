namespace Harness.Drift.Baselines;

/// <summary>What has been learned of one endpoint of one target: its last thirty runs, the objects it spoke of, and what a person accepted.</summary>
public sealed record EndpointBaseline
{
    public const int MostRuns = 30;
    public const int MostObjects = 64;

    public required EndpointKey Key { get; init; }

    /// <summary>Oldest first, one a run.</summary>
    public IReadOnlyList<EndpointRun> Runs { get; init; } = [];

    public IReadOnlyDictionary<string, ObjectMemory> Objects { get; init; } = new SortedDictionary<string, ObjectMemory>(StringComparer.Ordinal);

    /// <summary>Fingerprints of findings that a person declared to be the new normal.</summary>
    public IReadOnlyList<string> Accepted { get; init; } = [];

    /// <summary>Runs that saw it answer 2xx.</summary>
    public int GoodRuns => Runs.Count(r => r.Successes > 0);

    /// <summary>Both together: each run once, whichever side has it, so that merging a part twice changes nothing.</summary>
    public static EndpointBaseline Merge(EndpointBaseline left, EndpointBaseline right) => left with
    {
        Runs = Ring(left.Runs.Concat(right.Runs)),
        Objects = Latest(left.Objects.Concat(right.Objects)),
        Accepted = [.. left.Accepted.Union(right.Accepted, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
    };

    /// <summary>The same with one more run; a run of that id that is there already stays as it is.</summary>
    public EndpointBaseline With(EndpointRun run, IEnumerable<KeyValuePair<string, ObjectMemory>> objects) => this with
    {
        Runs = Ring(Runs.Append(run)),
        Objects = Latest(Objects.Concat(objects)),
    };

    public EndpointBaseline Accept(IEnumerable<string> fingerprints) =>
        this with { Accepted = [.. Accepted.Union(fingerprints, StringComparer.Ordinal).Order(StringComparer.Ordinal)] };

    // Of two accounts of one run the fuller one counts; equally full ones are told apart by their text, so that no order matters.
    private static EndpointRun[] Ring(IEnumerable<EndpointRun> runs) =>
    [
        .. runs.GroupBy(r => r.RunId, StringComparer.Ordinal)
            .Select(g => g.OrderByDescending(r => r.Statuses.Values.Sum()).ThenBy(BaselineJson.Text, StringComparer.Ordinal).First())
            .OrderBy(r => r.At).ThenBy(r => r.RunId, StringComparer.Ordinal).TakeLast(MostRuns),
    ];

    private static SortedDictionary<string, ObjectMemory> Latest(IEnumerable<KeyValuePair<string, ObjectMemory>> objects)
    {
        IEnumerable<KeyValuePair<string, ObjectMemory>> newest = objects
            .GroupBy(o => o.Key, StringComparer.Ordinal)
            .Select(g => g.OrderByDescending(o => o.Value.At).ThenBy(o => o.Value.RunId, StringComparer.Ordinal).ThenBy(o => BaselineJson.Text(o.Value.Body), StringComparer.Ordinal).First())
            .OrderByDescending(o => o.Value.At).ThenBy(o => o.Key, StringComparer.Ordinal)
            .Take(MostObjects);
        return new SortedDictionary<string, ObjectMemory>(newest.ToDictionary(o => o.Key, o => o.Value, StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
