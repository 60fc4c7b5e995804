using Harness.Drift.Findings;
using Harness.Drift.Reports;

namespace Harness.Drift.Runs;

/// <summary>What the comparison made of a run.</summary>
public sealed record RunJudgment(IReadOnlyList<Finding> Findings, IReadOnlyList<Finding> Environment, IReadOnlyList<ContractPatch> Patches);
