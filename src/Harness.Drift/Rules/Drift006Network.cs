using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>No answer; its facts only, for it is decided in triage.</summary>
public sealed class Drift006Network() : DriftRule(
    "DRIFT006",
    "No answer",
    "network",
    Severity.Info,
    mayGate: false,
    "The connection failed or timed out.");
