using Harness.Drift.Findings;
using Harness.Drift.Rules;

namespace Harness.Drift.Comparison;

/// <summary>Turns differences and verdicts into findings: how sure, how bad, and whether they may turn a run red.</summary>
internal static class FindingWriter
{
    private const int EnoughGoodRuns = 3;

    /// <summary>Null for a difference that chance explains well enough.</summary>
    public static Finding? Of(EndpointNight night, Difference difference)
    {
        Streak streak = difference.Streak;
        bool isSure = streak.IsPaired || (streak is { IsOfObjects: false, Runs: >= Posterior.FewestRuns } && streak.Chance < difference.Gate);
        bool isLikely = isSure || difference.IsPlain || streak.Chance < Posterior.Warn;
        if (!isLikely && streak.Chance >= Posterior.Mention)
        {
            return null;
        }

        EvidenceLevel evidence = Evidence(night, isSure, streak.Absences);
        Severity worst = difference.Contract == ContractOpinion.Fits || !isSure ? Min(difference.Rule.Severity, Severity.Warn) : difference.Rule.Severity;
        Severity severity = isLikely ? worst : Severity.Info;
        return Write(night, difference.Rule, severity, evidence, difference.Before, difference.After, difference.Because, difference.Pointer) with
        {
            Kind = difference.Kind ?? difference.Rule.Kind,
            Gates = difference.Rule.MayGate && severity == Severity.Error,
        };
    }

    /// <summary>Availability: two runs, good ones before, healthy canaries; a 410 needs no second run.</summary>
    public static Finding Of(EndpointNight night, Verdict verdict)
    {
        bool isSure = verdict.Streak is { } streak
            && (streak.IsPaired || streak.Chance < Posterior.Gate || (streak is { HeldAlways: true, Held: >= EnoughGoodRuns, Absences: >= 2 }));
        EvidenceLevel evidence = Evidence(night, isSure, verdict.Streak?.Absences ?? 1);
        bool gates = !verdict.NeverGates && evidence == EvidenceLevel.E4;
        Severity severity = gates ? verdict.Rule!.Severity : Min(verdict.Rule!.Severity, Severity.Warn);
        return Write(night, verdict.Rule!, severity, evidence, verdict.Before, verdict.After, verdict.Because, "") with { Gates = gates };
    }

    public static Finding Environment(EndpointNight night, Verdict verdict) =>
        Write(night, verdict.Rule!, Severity.Info, EvidenceLevel.E0, verdict.Before, verdict.After, verdict.Because, "");

    /// <summary>One for a whole family: without method and path.</summary>
    public static Finding OfFamily(string family, string rule, string after, string because)
    {
        DriftRule known = RuleRegistry.Get(rule);
        return new Finding
        {
            Rule = known.Id,
            Title = known.Title,
            Kind = known.Kind,
            Family = family,
            Method = "",
            Path = "",
            Severity = Severity.Info,
            Evidence = EvidenceLevel.E0,
            After = after,
            Because = because,
            Fingerprint = Fingerprint.Of(known.Id, family, "", "", ""),
        };
    }

    private static EvidenceLevel Evidence(EndpointNight night, bool isSure, int absences) =>
        isSure ? night.Session == Probing.SessionHealth.Healthy ? EvidenceLevel.E4 : EvidenceLevel.E3
        : absences >= 2 ? EvidenceLevel.E2
        : night.IsRefetched ? EvidenceLevel.E1
        : EvidenceLevel.E0;

    private static Severity Min(Severity left, Severity right) => left < right ? left : right;

    private static Finding Write(
        EndpointNight night, DriftRule rule, Severity severity, EvidenceLevel evidence, string before, string after, string because, string pointer) => new()
        {
            Rule = rule.Id,
            Title = rule.Title,
            Kind = rule.Kind,
            Family = night.Key.Family,
            Method = night.Key.Method,
            Path = night.Key.Path,
            Pointer = pointer,
            Severity = severity,
            Evidence = evidence,
            Before = before,
            After = after,
            Because = because,
            Fingerprint = Fingerprint.Of(rule.Id, night.Key.Family, night.Key.Method, night.Key.Path, pointer),
            Contract = night.Operation is { Location: { File: { Length: > 0 } file, Line: var line } } ? new ContractAnchor(file, Math.Max(1, line)) : null,
        };
}
