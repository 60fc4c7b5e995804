using Harness.Contracts.Access;
using Harness.Contracts.Families;

namespace Harness.Drift.Probing;

/// <summary>What an answer says about the session it was asked with, as the family puts it: some refuse a dead session with 403, one with 400.</summary>
internal sealed class SessionSigns
{
    private readonly HashSet<int> _statuses = [401, 419, 440];

    public SessionSigns(Family family)
    {
        // A missing route answers 404 everywhere, so that it says nothing of the session.
        _statuses.UnionWith(family.Access.Where(r => r is CookieRequirement or BearerRequirement)
            .SelectMany(r => new[] { r.RefusalFor("missing"), r.RefusalFor("expired") }).OfType<string>()
            .Select(name => family.Refusals.TryGetValue(name, out Refusal? refusal) ? refusal.Status : 0)
            .Where(status => status is >= 400 and < 500 and not 404));
    }

    /// <summary>A canary that sings.</summary>
    public static bool IsGood(Observation seen) => seen is { Outcome: ProbeOutcome.Answered, Status: >= 200 and < 300, BodyKind: not (BodyKind.Html or BodyKind.SignInPage) };

    /// <summary>It looks as if nobody were signed in; only a canary can tell whether that is so.</summary>
    public bool LookSignedOut(Observation seen) => seen.Outcome == ProbeOutcome.Answered
        && (_statuses.Contains(seen.Status) || seen.BodyKind == BodyKind.SignInPage || seen.Redirect == RedirectTarget.SignIn
            || (seen.Status == 200 && seen.BodyKind == BodyKind.Html));
}
