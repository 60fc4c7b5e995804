namespace Harness.Mock.ServiceHealth;

/// <summary>A part of a service that can fail on its own.</summary>
internal sealed record HealthFeature(string Id, string DisplayName);
