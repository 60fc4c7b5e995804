using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>GET is not allowed any more; its facts only, for it is decided in triage.</summary>
public sealed class Drift103MethodNotAllowed() : DriftRule(
    "DRIFT103",
    "GET is not allowed any more",
    "method-changed",
    Severity.Error,
    mayGate: true,
    "405: the path is there and GET is not. Often the portal moved the call to POST.");
