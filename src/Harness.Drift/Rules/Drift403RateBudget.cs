using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>The rate budget shrank; its facts only, for it is decided over a whole run.</summary>
public sealed class Drift403RateBudget() : DriftRule(
    "DRIFT403",
    "The rate budget shrank",
    "rate-budget",
    Severity.Info,
    mayGate: false,
    "More throttling than in earlier runs, at the same rate.");
