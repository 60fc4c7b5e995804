using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>Gone; its facts only, for it is decided in triage.</summary>
public sealed class Drift101Gone() : DriftRule(
    "DRIFT101",
    "Gone",
    "endpoint-removed",
    Severity.Error,
    mayGate: true,
    "410: the portal says itself that the endpoint is gone.");
