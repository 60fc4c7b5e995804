using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>Moved; its facts only, for it is decided in triage.</summary>
public sealed class Drift105Moved() : DriftRule(
    "DRIFT105",
    "Moved",
    "moved",
    Severity.Error,
    mayGate: false,
    "A redirect to another address of the portal, where data was.");
