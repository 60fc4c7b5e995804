namespace Harness.Drift.Probing;

/// <summary>What an answer says about the session it was asked with.</summary>
internal static class SessionSigns
{
    /// <summary>It looks as if nobody were signed in; only a canary can tell whether that is so.</summary>
    public static bool LookSignedOut(Observation seen) => seen.Outcome == ProbeOutcome.Answered
        && (seen.Status is 401 or 419 or 440 || seen.BodyKind == BodyKind.SignInPage || seen.Redirect == RedirectTarget.SignIn
            || (seen.Status == 200 && seen.BodyKind == BodyKind.Html));

    /// <summary>A canary that sings.</summary>
    public static bool IsGood(Observation seen) => seen is { Outcome: ProbeOutcome.Answered, Status: >= 200 and < 300, BodyKind: not (BodyKind.Html or BodyKind.SignInPage) };
}
