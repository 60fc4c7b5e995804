using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>The list has another name; its facts only, for it is decided over several differences.</summary>
public sealed class Drift206CollectionKeyChanged() : DriftRule(
    "DRIFT206",
    "The list has another name",
    "envelope-changed",
    Severity.Error,
    mayGate: true,
    "The member that held the list of results vanished, and another one holds a list of the same things.");
