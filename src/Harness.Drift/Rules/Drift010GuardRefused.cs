using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>Not sent: the guard refused it; its facts only, for it is decided in triage.</summary>
public sealed class Drift010GuardRefused() : DriftRule(
    "DRIFT010",
    "Not sent: the guard refused it",
    "guard-refused",
    Severity.Info,
    mayGate: false,
    "No reviewed pattern lists the GET, or one names it unsafe. Review it and add it to safeGets or unsafeGets of "
    + "family.yml.");
