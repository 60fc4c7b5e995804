namespace Harness.Drift.Findings;

/// <summary>How loudly a finding is reported; only an error may gate.</summary>
public enum Severity
{
    Info,
    Warn,
    Error,
}
