namespace Harness.Drift.Guard;

/// <summary>A layer of the guard stopped a request that an outer layer should never have let through: a bug, and nothing was sent.</summary>
public sealed class GuardViolationException(string message) : IOException(message);
