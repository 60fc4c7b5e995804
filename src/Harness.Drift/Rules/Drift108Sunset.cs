using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>Announced to end; its facts only, for it is decided in triage.</summary>
public sealed class Drift108Sunset() : DriftRule(
    "DRIFT108",
    "Announced to end",
    "sunset",
    Severity.Warn,
    mayGate: false,
    "A Sunset or Deprecation header came that did not come before.");
