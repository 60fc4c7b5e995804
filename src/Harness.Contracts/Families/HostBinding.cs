using Harness.Contracts.Operations;

namespace Harness.Contracts.Families;

/// <summary>Operations that live on one host of the family and on no other, though the imported spec lists several.</summary>
public sealed record HostBinding(HostPattern Host, IReadOnlyList<PathGlob> Paths);
