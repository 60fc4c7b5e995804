using Harness.Drift.Inference;

namespace Harness.Drift.Baselines;

/// <summary>What an endpoint last said about one object, known by the keyed hash of its id: the same object tonight can be held against it.</summary>
public sealed record ObjectMemory(string RunId, DateTimeOffset At, Shape Body);
