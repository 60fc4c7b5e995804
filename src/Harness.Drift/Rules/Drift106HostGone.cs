using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>The host is gone; its facts only, for it is decided in triage.</summary>
public sealed class Drift106HostGone() : DriftRule(
    "DRIFT106",
    "The host is gone",
    "host-removed",
    Severity.Error,
    mayGate: false,
    "Its name no longer resolves, while other hosts answer.");
