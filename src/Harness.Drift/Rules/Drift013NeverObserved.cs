using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>Never observed here; its facts only, for it is decided in triage.</summary>
public sealed class Drift013NeverObserved() : DriftRule(
    "DRIFT013",
    "Never observed here",
    "never-observed",
    Severity.Info,
    mayGate: false,
    "The endpoint never answered 2xx on this target and the call used a harvested or guessed id: 404 may mean no "
    + "more than that.");
