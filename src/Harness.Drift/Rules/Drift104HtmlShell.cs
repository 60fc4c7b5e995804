using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>A page instead of data; its facts only, for it is decided in triage.</summary>
public sealed class Drift104HtmlShell() : DriftRule(
    "DRIFT104",
    "A page instead of data",
    "html-shell",
    Severity.Error,
    mayGate: true,
    "The portal's HTML shell where JSON was: the route fell through to the single-page application. Only with "
    + "healthy canaries; otherwise the session is the cause.");
