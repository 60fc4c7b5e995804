namespace Harness.Mock.State;

/// <summary>Names one thing that writes have changed.</summary>
/// <param name="Scope">The family, for kinds that every portal has its own of; empty for those all portals share.</param>
/// <param name="Ordinal">Place in the kind's pool; -1 for a thing that only its id names.</param>
/// <param name="Id">That id, normalized; null for things of the pool.</param>
/// <param name="Parents">Stands for the path values it was changed below; 0 when it stands alone.</param>
internal readonly record struct ThingKey(string Scope, string Kind, int Ordinal, string? Id, ulong Parents);
