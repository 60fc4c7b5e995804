using Harness.Contracts.Operations;
using Harness.Drift.Probing;

namespace Harness.Drift.Baselines;

/// <summary>What a baseline files an endpoint under: the same on every night, whatever ids filled its path.</summary>
public sealed record EndpointKey(string Family, string Method, string Path)
{
    public static EndpointKey Of(Observation observation) => new(observation.Family, observation.Method, observation.Path);

    public static EndpointKey Of(Operation operation) => new(operation.Family, operation.Method, operation.Path);
}
