using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>Too little is known yet; its facts only, for it is decided in triage.</summary>
public sealed class Drift011BaselineTooThin() : DriftRule(
    "DRIFT011",
    "Too little is known yet",
    "baseline-too-thin",
    Severity.Info,
    mayGate: false,
    "Fewer than three runs have seen the endpoint: it is held against the contract alone, and nothing gates.");
