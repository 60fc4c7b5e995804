using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;
using Harness.Drift.Baselines;
using Harness.Drift.Probing;

namespace Harness.Drift.Comparison;

/// <summary>One endpoint in one run: what was seen of it tonight, what is known of it, what the contract says.</summary>
public sealed class EndpointNight
{
    public required EndpointKey Key { get; init; }

    public Operation? Operation { get; init; }

    public Family? Family { get; init; }

    public required IReadOnlyList<Observation> Observations { get; init; }

    public required EndpointRun Tonight { get; init; }

    /// <summary>Earlier runs that could tell something, oldest first.</summary>
    public IReadOnlyList<EndpointRun> History { get; init; } = [];

    public EndpointBaseline? Baseline { get; init; }

    public IEnumerable<Observation> Answers => Observations.Where(o => o.Outcome == ProbeOutcome.Answered);

    /// <summary>The last answer: a re-fetch after a renewed session counts for more than the first try.</summary>
    public Observation? Last => Answers.OrderBy(o => o.Sample).ThenBy(o => o.At).LastOrDefault();

    public IEnumerable<int> Statuses => Answers.Select(o => o.Status).Distinct().Order();

    public bool WasGood => History.Any(r => r.Successes > 0);

    public bool WasJson => History.Any(r => r.BodyKinds.ContainsKey(nameof(BodyKind.Json)));

    public int JsonRuns => History.Count(r => r.Body is not null);

    /// <summary>Unhealthy as soon as one answer was taken in an unhealthy session; healthy only when all were taken in healthy ones.</summary>
    public SessionHealth Session =>
        Observations.Any(o => o.Session == SessionHealth.Unhealthy) ? SessionHealth.Unhealthy
        : Answers.Any() && Answers.All(o => o.Session == SessionHealth.Healthy) ? SessionHealth.Healthy
        : SessionHealth.Unknown;

    public bool IsRefetched => Answers.Count() > 1;

    public string UsualStatuses => string.Join(", ", History.SelectMany(r => r.Statuses.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    public string UsualMediaTypes => string.Join(", ", History.SelectMany(r => r.MediaTypes.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>Of a successful JSON answer; null when the contract has none.</summary>
    public Schema? Schema => Operation?.Success?.Content.FirstOrDefault(c => c.MediaType.Contains("json", StringComparison.OrdinalIgnoreCase))?.Schema;

    /// <summary>How long a fact about whole runs has not held; null when it holds tonight, or never did.</summary>
    public Streak? Since(Func<EndpointRun, bool?> holds) => Streak.Of([.. History.Select(holds)], holds(Tonight));

    /// <summary>The median over earlier runs.</summary>
    public long Usual(Func<EndpointRun, long> measure) => History.Count == 0 ? 0 : History.Select(measure).Order().ElementAt(History.Count / 2);

    public bool Declares(int status) =>
        Operation?.Responses.Any(r => r.IsDefault || r.Status == status || (r.Key.EndsWith("XX", StringComparison.OrdinalIgnoreCase) && r.Status / 100 == status / 100)) == true;

    /// <summary>The object was seen on an earlier night.</summary>
    public bool Knows(Observation answer) => answer.ObjectKey.Length > 0 && Baseline?.Objects.ContainsKey(answer.ObjectKey) == true;

    /// <summary>The contract knows no success of it, and this status instead: the tenant that it was written from was refused too.</summary>
    public bool IsUsualRefusal(int status) =>
        Operation is { Responses: var responses } && responses.Any(r => r.Status == status) && !responses.Any(r => r.IsDefault || r.Status is >= 200 and < 300);

    public ContractOpinion OnMediaType(string type) =>
        Operation?.Success is not { Content: { Count: > 0 } content } ? ContractOpinion.Silent
        : content.Any(c => string.Equals(c.MediaType.Split(';')[0].Trim(), type, StringComparison.OrdinalIgnoreCase)) ? ContractOpinion.Fits
        : ContractOpinion.Breaks;
}
