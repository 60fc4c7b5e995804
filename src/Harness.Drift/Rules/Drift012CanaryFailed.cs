using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>A canary failed; its facts only, for it is decided in triage.</summary>
public sealed class Drift012CanaryFailed() : DriftRule(
    "DRIFT012",
    "A canary failed",
    "canary-failed",
    Severity.Info,
    mayGate: false,
    "A GET that succeeds whenever the session is good did not. What was probed around it counts for nothing.");
