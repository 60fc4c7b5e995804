using Harness.Contracts.Operations;

namespace Harness.Contracts.Access;

/// <summary>Another expected value of a header for some operations (observed: the app id differs from blade to blade).</summary>
public sealed record HeaderOverride(IReadOnlyList<PathGlob> Operations, ValueRule Rule);
