using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>Moved inside the document; its facts only, for it is decided over several differences.</summary>
public sealed class Drift320SubtreeMoved() : DriftRule(
    "DRIFT320",
    "Moved inside the document",
    "subtree-moved",
    Severity.Warn,
    mayGate: false,
    "A member vanished in one place and the same member came in another.");
