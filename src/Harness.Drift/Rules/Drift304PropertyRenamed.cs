using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>Property renamed; its facts only, for it is decided over several differences.</summary>
public sealed class Drift304PropertyRenamed() : DriftRule(
    "DRIFT304",
    "Property renamed",
    "property-renamed",
    Severity.Error,
    mayGate: true,
    "A member vanished and one of another name and the same shape came in its place. Reported instead of the two.");
