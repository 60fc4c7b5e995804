using Harness.Drift.Findings;
using Harness.Drift.Inference;
using Harness.Drift.Probing;
using Harness.Drift.Rules;

namespace Harness.Drift.Baselines;

/// <summary>What the runner has learned of one target, endpoint by endpoint.</summary>
public sealed record Baseline
{
    public required string Target { get; init; }

    public IReadOnlyDictionary<EndpointKey, EndpointBaseline> Endpoints { get; init; } = new SortedDictionary<EndpointKey, EndpointBaseline>(EndpointOrder.Instance);

    public EndpointBaseline? Find(EndpointKey key) => Endpoints.GetValueOrDefault(key);

    public static Baseline Merge(Baseline left, Baseline right)
    {
        var endpoints = new SortedDictionary<EndpointKey, EndpointBaseline>(EndpointOrder.Instance);
        foreach (EndpointBaseline endpoint in left.Endpoints.Values.Concat(right.Endpoints.Values))
        {
            endpoints[endpoint.Key] = endpoints.TryGetValue(endpoint.Key, out EndpointBaseline? known) ? EndpointBaseline.Merge(known, endpoint) : endpoint;
        }

        return left with { Endpoints = endpoints };
    }

    /// <summary>The same and tonight. What the environment spoiled is not learned, and objects under suspicion keep their earlier account.</summary>
    public Baseline Learn(IReadOnlyList<Observation> tonight, string runId, DateTimeOffset at, IReadOnlyList<Finding> environment, IReadOnlyList<Finding> findings)
    {
        HashSet<EndpointKey> spoiled = [.. environment.Select(f => new EndpointKey(f.Family, f.Method, f.Path))];
        HashSet<EndpointKey> suspected = [.. findings.Where(f => f.Gates || (f.Severity >= Severity.Warn && RuleRegistry.Get(f.Rule).MayGate)).Select(f => new EndpointKey(f.Family, f.Method, f.Path))];
        var endpoints = new SortedDictionary<EndpointKey, EndpointBaseline>(EndpointOrder.Instance);
        foreach (EndpointBaseline endpoint in Endpoints.Values)
        {
            endpoints.Add(endpoint.Key, endpoint);
        }

        foreach (IGrouping<EndpointKey, Observation> night in tonight.Where(TellsOfTheEndpoint).GroupBy(EndpointKey.Of))
        {
            if (spoiled.Contains(night.Key))
            {
                continue;
            }

            EndpointBaseline known = endpoints.GetValueOrDefault(night.Key) ?? new EndpointBaseline { Key = night.Key };
            endpoints[night.Key] = known.With(EndpointRun.Of(runId, at, [.. night]), suspected.Contains(night.Key) ? [] : Objects(night, runId, at));
        }

        return this with { Endpoints = endpoints };
    }

    private static bool TellsOfTheEndpoint(Observation observation) =>
        observation is { Outcome: ProbeOutcome.Answered, Session: not SessionHealth.Unhealthy } && EndpointRun.Tells(observation.Status);

    private static IEnumerable<KeyValuePair<string, ObjectMemory>> Objects(IEnumerable<Observation> night, string runId, DateTimeOffset at) =>
        night.Where(o => o.ObjectKey.Length > 0 && o.Body is not null && EndpointRun.IsSuccess(o))
            .GroupBy(o => o.ObjectKey, StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create(g.Key, new ObjectMemory(runId, at, Shape.MergeAll(g.Select(o => o.Body!)))));
}
