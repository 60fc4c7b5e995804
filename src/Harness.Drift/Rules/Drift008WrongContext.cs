using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>Asked in the wrong context; its facts only, for it is decided in triage.</summary>
public sealed class Drift008WrongContext() : DriftRule(
    "DRIFT008",
    "Asked in the wrong context",
    "wrong-context",
    Severity.Info,
    mayGate: false,
    "The answer belongs to another region, workspace or blade than the call. Correct the target's context.");
