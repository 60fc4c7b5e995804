using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>The portal failed; its facts only, for it is decided in triage.</summary>
public sealed class Drift005ServerError() : DriftRule(
    "DRIFT005",
    "The portal failed",
    "server-error",
    Severity.Info,
    mayGate: false,
    "5xx: the portal's own trouble. The endpoint is probed again on the next run.");
