namespace Harness.Drift.Planning;

/// <summary>Why nothing was sent; the codes of <see cref="Probing.Observation.Reason"/>.</summary>
public static class SkipReasons
{
    public const string NoParameterValue = "no-parameter-value";

    /// <summary>No <c>safeGets</c> entry lists it, or its name sounds like writing and no entry lists it by itself.</summary>
    public const string NotListed = "not-listed";

    public const string Unsafe = "unsafe";

    public const string Budget = "budget";

    /// <summary>The host asked to be left alone for longer than a run lasts.</summary>
    public const string Throttled = "throttled";

    /// <summary>The family's session could not be had, or belongs to nobody knows whom.</summary>
    public const string NoSession = "no-session";
}
