using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>Back again; its facts only, for it is decided in triage.</summary>
public sealed class Drift107Reappeared() : DriftRule(
    "DRIFT107",
    "Back again",
    "reappeared",
    Severity.Info,
    mayGate: false,
    "An endpoint that was gone in earlier runs answers again.");
