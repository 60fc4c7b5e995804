using Harness.Drift.Planning;
using Harness.Drift.Probing;
using Harness.Drift.Rules;

namespace Harness.Drift.Comparison;

/// <summary>Tells what became of an endpoint tonight: data to compare, trouble of the surroundings, or an endpoint that went away.</summary>
internal sealed class AnswerTriage(FamilyNight family)
{
    public Verdict Judge(EndpointNight night)
    {
        if (night.Last is not { } last)
        {
            return Unanswered(night);
        }

        if (family.IsUnlicensedData(night))
        {
            return Unlicensed($"{last.Status}");
        }

        // One good answer is a good answer: the others were throttled, or asked for an object that is gone.
        if (night.Answers.Any(IsData))
        {
            return Verdict.Good;
        }

        string status = $"{last.Status}";
        if (night.Session == SessionHealth.Unhealthy)
        {
            return IsSignIn(last) || IsPage(last)
                ? Verdict.Of("DRIFT001", "A sign-in or a page came where data was asked for, and the canaries failed too.", "", status)
                : Verdict.Of("DRIFT012", "A canary failed around the probe, so the answer counts for nothing.", "", status);
        }

        return last.Status switch
        {
            401 or 440 => Verdict.Of("DRIFT001", "The session or token was not accepted.", "", status),
            429 => Verdict.Of("DRIFT004", "The portal asked for patience.", "", status),
            403 when last.Reason == "throttled" => Verdict.Of("DRIFT004", "The portal asked for patience.", "", status),
            403 => family.IsUnlicensed(night) ? Unlicensed(status) : Verdict.Of("DRIFT002", "The account may not call it.", "", status),
            >= 500 => Verdict.Of("DRIFT005", "The portal failed by itself.", "", status),
            _ when IsSignIn(last) || IsPage(last) => Page(night, last),
            >= 300 and < 400 => Redirected(night, last),
            410 => Absent(night, "DRIFT101", "The portal says that the endpoint is gone for good.", atOnce: true),
            404 or 405 => NotFound(night, last),
            421 => Verdict.Of("DRIFT008", "Another host answers for this tenant.", "", status),
            >= 400 => Refused(night, last),
            _ => Verdict.Good,
        };
    }

    private static bool IsData(Observation answer) => answer.Status is >= 200 and < 300 && answer.BodyKind is not (BodyKind.Html or BodyKind.SignInPage);

    private static bool IsSignIn(Observation answer) => answer.Status is 401 or 440 || answer.Redirect == RedirectTarget.SignIn || answer.BodyKind == BodyKind.SignInPage;

    private static bool IsPage(Observation answer) => answer.Status is >= 200 and < 300 && answer.BodyKind == BodyKind.Html;

    private static Verdict Unlicensed(string status) => Verdict.Of("DRIFT003", "The tenant lacks the license or feature that family.yml names for it.", "", status);

    private static Verdict Unanswered(EndpointNight night)
    {
        if (night.Observations.FirstOrDefault(o => o.Outcome == ProbeOutcome.Failed) is { } failed)
        {
            return failed.Reason is "dns" or "host-unknown" && night.Session == SessionHealth.Healthy && night.WasGood
                ? Absent(night, "DRIFT106", "The host's name does not resolve any more.", atOnce: false)
                : Verdict.Of("DRIFT006", $"No complete answer: {failed.Reason}.");
        }

        return night.Observations.Select(o => o.Reason).FirstOrDefault() switch
        {
            "not-listed" or "unsafe" => Verdict.Of("DRIFT010", "The guard did not let the call out."),
            "budget" or null => Verdict.Nothing,
            SkipReasons.Throttled => Verdict.Of("DRIFT004", "The host asked to be left alone for longer than a run lasts."),
            SkipReasons.NoSession => Verdict.Of("DRIFT001", "Nothing was sent: there was no good session."),
            var reason => Verdict.Of("DRIFT007", $"Nothing was sent: {reason}."),
        };
    }

    // A page where data is expected: the session, unless the canaries vouch for it.
    private static Verdict Page(EndpointNight night, Observation last)
    {
        bool wasPage = night.History.Any(r => r.BodyKinds.ContainsKey(nameof(BodyKind.Html)));
        if (last.BodyKind == BodyKind.Html && !night.WasJson && (wasPage || night.Schema is null))
        {
            return Verdict.Good;
        }

        if (IsSignIn(last) && (night.Session != SessionHealth.Healthy || !night.WasJson))
        {
            return Verdict.Of("DRIFT001", "The portal asked for a sign-in.", "", $"{last.Status}");
        }

        return Absent(night, "DRIFT104", "A page came where data was, and the session is good.", atOnce: false);
    }

    private Verdict Redirected(EndpointNight night, Observation last) =>
        last.Redirect == RedirectTarget.OtherHost && family.ShareOf(o => o.Redirect == RedirectTarget.OtherHost) > 1
            ? Verdict.Of("DRIFT008", "Several endpoints point to another host: this tenant lives elsewhere.", "", $"{last.Status}")
            : Absent(night, "DRIFT105", "The portal points to another address.", atOnce: false);

    private Verdict NotFound(EndpointNight night, Observation last)
    {
        if (!night.WasGood && night.IsUsualRefusal(last.Status))
        {
            return Verdict.Of("DRIFT013", "The contract knows no other answer of it.", "", $"{last.Status}");
        }

        if (last.Status == 404 && Excuse(night, last) is { } excuse)
        {
            return excuse;
        }

        return Absent(
            night,
            last.Status == 405 ? "DRIFT103" : "DRIFT102",
            last.Status == 405 ? "The path is there and GET is not." : "The portal does not know the path.",
            atOnce: false);
    }

    // What a 404 can mean besides an endpoint that is gone; null for nothing.
    private Verdict? Excuse(EndpointNight night, Observation last)
    {
        RefusalLook look = family.LookOf(night);
        if (look == RefusalLook.OtherContext)
        {
            return Verdict.Of("DRIFT008", "The refusal is the one for a wrong workspace, region or context.", "", "404");
        }

        if (family.IsUnlicensed(night) || (look == RefusalLook.License && !family.HasLicense(night)))
        {
            return Unlicensed("404");
        }

        if (look == RefusalLook.UnknownObject && last.UsesHarvestedId)
        {
            return Verdict.Of(night.WasGood ? "DRIFT007" : "DRIFT013", "The refusal is the one for an object that is not there.", "", "404");
        }

        if (last.UsesStandIn && night.WasGood && look != RefusalLook.UnknownPath && !night.Knows(last) && !family.IsListGone(night))
        {
            return Verdict.Of("DRIFT007", "No answer named an id tonight, and the guessed one is not there.", "", "404");
        }

        // The portal's own words for a path that it does not have speak of the path, whatever id was in it; so does a list that is gone too.
        if (last.UsesHarvestedId && !night.WasGood && look != RefusalLook.UnknownPath && !family.IsListGone(night))
        {
            return Verdict.Of("DRIFT013", "It never answered here, and the id in its path was found or guessed.", "", "404");
        }

        return null;
    }

    private static Verdict Refused(EndpointNight night, Observation last) =>
        night.WasGood
            ? Verdict.Good
            : Verdict.Of("DRIFT013", "It never answered here with data.", "", $"{last.Status}");

    private static Verdict Absent(EndpointNight night, string rule, string because, bool atOnce)
    {
        string now = night.Last is { } last ? $"{last.Status}" : "no host";
        if (!night.WasGood)
        {
            return Verdict.Of(rule, because + " It was never observed here.", "in the contract", now) with { NeverGates = true };
        }

        Streak? streak = night.Since(r => r.Statuses.Count == 0 && r.RunId != night.Tonight.RunId ? null : r.HasAnswered);
        Streak found = streak ?? new Streak(night.History.Count(r => r.Successes > 0), night.History.Count, 1, false);
        return Verdict.Of(rule, because, $"2xx in {found.Held} of {found.Runs} runs", now) with
        {
            Streak = atOnce ? found with { IsPaired = true } : found,
            NeverGates = (night.Last is { UsesHarvestedId: true } && found.Absences < 3) || (night.Last is { UsesStandIn: true } asked && !night.Knows(asked)) || night.Session != SessionHealth.Healthy || !RuleRegistry.Get(rule).MayGate,
        };
    }
}
