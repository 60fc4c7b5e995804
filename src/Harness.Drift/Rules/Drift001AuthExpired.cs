using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>The session expired; its facts only, for it is decided in triage.</summary>
public sealed class Drift001AuthExpired() : DriftRule(
    "DRIFT001",
    "The session expired",
    "auth-expired",
    Severity.Info,
    mayGate: false,
    "The portal asked for a sign-in (401, 440, a redirect to a sign-in page, a sign-in page). Nothing was learned "
    + "about the endpoint; the session is renewed once and the probe repeated.");
