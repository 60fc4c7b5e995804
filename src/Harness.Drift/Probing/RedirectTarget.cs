namespace Harness.Drift.Probing;

/// <summary>Where a 3xx answer points, as far as a report may know.</summary>
public enum RedirectTarget
{
    None,
    SignIn,
    SameHost,
    OtherHost,
}
