using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>The whole portal is in trouble; its facts only, for it is decided in triage.</summary>
public sealed class Drift009FamilyIncident() : DriftRule(
    "DRIFT009",
    "The whole portal is in trouble",
    "family-incident",
    Severity.Info,
    mayGate: false,
    "More than three in ten of the family's endpoints (five at least) fail alike, or its canaries do: one incident, "
    + "and no endpoint of it is called gone.");
