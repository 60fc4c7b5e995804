namespace Harness.Drift.Probing;

/// <summary>What the family's canaries said around a probe.</summary>
public enum SessionHealth
{
    /// <summary>The family declares no canary, or none was asked.</summary>
    Unknown,

    /// <summary>Canaries passed before and after.</summary>
    Healthy,

    /// <summary>A canary failed before or after, and re-acquiring the session did not help.</summary>
    Unhealthy,
}
