using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>Not licensed or not set up; its facts only, for it is decided in triage.</summary>
public sealed class Drift003Unlicensed() : DriftRule(
    "DRIFT003",
    "Not licensed or not set up",
    "unlicensed",
    Severity.Info,
    mayGate: false,
    "The tenant lacks a service plan or feature that the endpoint needs. Many portals answer 404 then, so the "
    + "licenses of the family are looked at before an endpoint is called gone.");
