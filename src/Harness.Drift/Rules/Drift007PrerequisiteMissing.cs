using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>No value for a parameter; its facts only, for it is decided in triage.</summary>
public sealed class Drift007PrerequisiteMissing() : DriftRule(
    "DRIFT007",
    "No value for a parameter",
    "prerequisite-missing",
    Severity.Info,
    mayGate: false,
    "Nothing was sent, for no id was found to put into the path. Add a link to family.yml, or an object to the "
    + "tenant.");
