using Harness.Contracts.Operations;

namespace Harness.Contracts.Routing;

/// <summary>An operation that a call nearly reached.</summary>
/// <param name="Kind">The largest of the differences.</param>
/// <param name="Reason">For a person, without a final period.</param>
public sealed record NearMiss(Operation Operation, NearMissKind Kind, string Reason);
