using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>Throttled; its facts only, for it is decided in triage.</summary>
public sealed class Drift004Throttled() : DriftRule(
    "DRIFT004",
    "Throttled",
    "throttled",
    Severity.Info,
    mayGate: false,
    "The portal asked for patience (429, or 403 with its code). Lower the rate or probe fewer samples.");
