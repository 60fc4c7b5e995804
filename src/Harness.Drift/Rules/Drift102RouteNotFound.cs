using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>Route not found; its facts only, for it is decided in triage.</summary>
public sealed class Drift102RouteNotFound() : DriftRule(
    "DRIFT102",
    "Route not found",
    "endpoint-removed",
    Severity.Error,
    mayGate: true,
    "404 from an endpoint that used to answer, while the family's canaries are well, no license explains it and the "
    + "portal's answer is not the one for a missing object.");
