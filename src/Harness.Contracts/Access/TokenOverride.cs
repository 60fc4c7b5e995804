using Harness.Contracts.Operations;

namespace Harness.Contracts.Access;

/// <summary>Another demand for some operations: an audience of their own, a permission of their own.</summary>
public sealed record TokenOverride(IReadOnlyList<PathGlob> Operations, TokenDemand Demand);
