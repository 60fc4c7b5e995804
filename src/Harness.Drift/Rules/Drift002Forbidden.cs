using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>The account may not call it; its facts only, for it is decided in triage.</summary>
public sealed class Drift002Forbidden() : DriftRule(
    "DRIFT002",
    "The account may not call it",
    "forbidden",
    Severity.Info,
    mayGate: false,
    "403: the signed-in account lacks a role. Give it one, or take the endpoint out of the run; it says nothing "
    + "about the endpoint.");
