using Harness.Drift.Inference;
using Harness.Drift.Probing;

namespace Harness.Drift.Baselines;

/// <summary>What one run saw of one endpoint, all samples together.</summary>
public sealed record EndpointRun
{
    public required string RunId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>How many answers had which status.</summary>
    public IReadOnlyDictionary<string, long> Statuses { get; init; } = Counts.None;

    /// <summary>Of the 2xx answers.</summary>
    public IReadOnlyDictionary<string, long> MediaTypes { get; init; } = Counts.None;

    /// <summary>Of the 2xx answers, by the name of their <see cref="BodyKind"/>.</summary>
    public IReadOnlyDictionary<string, long> BodyKinds { get; init; } = Counts.None;

    /// <summary>How many 2xx answers had which header.</summary>
    public IReadOnlyDictionary<string, long> Headers { get; init; } = Counts.None;

    /// <summary>Of the 2xx answers that were JSON; null when there was none.</summary>
    public Shape? Body { get; init; }

    /// <summary>Of the largest 2xx answer.</summary>
    public long Bytes { get; init; }

    public long Milliseconds { get; init; }

    public long Successes => BodyKinds.Values.Sum();

    /// <summary>It gave something else than a page of the portal.</summary>
    public bool HasAnswered => BodyKinds.Any(k => k.Value > 0 && k.Key is not (nameof(BodyKind.Html) or nameof(BodyKind.SignInPage)));

    public bool WasStatus(int status) => Statuses.ContainsKey(Counts.Key(status));

    public static EndpointRun Of(string runId, DateTimeOffset at, IReadOnlyList<Observation> answers)
    {
        Observation[] good = [.. answers.Where(IsSuccess)];
        Shape[] bodies = [.. good.Select(o => o.Body).OfType<Shape>()];
        return new EndpointRun
        {
            RunId = runId,
            At = at,
            Statuses = Counts.Of(answers.Where(o => o.Status > 0).Select(o => Counts.Key(o.Status))),
            MediaTypes = Counts.Of(good.Where(o => o.MediaType.Length > 0).Select(o => o.MediaType)),
            BodyKinds = Counts.Of(good.Select(o => o.BodyKind.ToString())),
            Headers = Counts.Of(good.SelectMany(o => o.HeaderNames)),
            Body = bodies.Length == 0 ? null : Shape.MergeAll(bodies),
            Bytes = good.Select(o => o.Bytes).DefaultIfEmpty().Max(),
            Milliseconds = Median([.. good.Select(o => (long)o.Latency.TotalMilliseconds)]),
        };
    }

    public static bool IsSuccess(Observation observation) => observation is { Outcome: ProbeOutcome.Answered, Status: >= 200 and < 300 };

    /// <summary>An expired session, a missing role, throttling and the portal's own trouble say nothing about an endpoint.</summary>
    public static bool Tells(int status) => status is < 500 and not (401 or 403 or 429 or 440);

    private static long Median(long[] values) => values.Length == 0 ? 0 : values.Order().ElementAt(values.Length / 2);
}
