using Harness.Contracts;
using Harness.Drift.Planning;

namespace Harness.Cli.Drift;

/// <summary>What a drift command is about, once everything it names was found and read.</summary>
internal sealed record SelectedTarget(Plan Plan, CompiledContracts Contracts, Shard Shard);
