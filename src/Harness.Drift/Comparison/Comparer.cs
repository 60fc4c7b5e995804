using Harness.Contracts.Operations;
using Harness.Drift.Baselines;
using Harness.Drift.Findings;
using Harness.Drift.Probing;

namespace Harness.Drift.Comparison;

/// <summary>The one way from a night's observations to findings.</summary>
public static class Comparer
{
    public static ComparisonOutcome Compare(ComparisonInput input)
    {
        var findings = new List<Finding>();
        var environment = new List<Finding>();
        var patches = new List<ContractPatch>();
        var triage = new SortedDictionary<EndpointKey, string>(EndpointOrder.Instance);
        foreach (IGrouping<string, EndpointNight> group in Nights(input).GroupBy(n => n.Key.Family, StringComparer.Ordinal))
        {
            var family = new FamilyNight(input.Families.FirstOrDefault(f => f.Id == group.Key), [.. group]);
            Judge(family, group.Key, findings, environment, patches, triage);
        }

        return new ComparisonOutcome
        {
            Findings = InOrder(findings),
            Environment = InOrder(environment),
            Patches = [.. patches.OrderBy(p => p.Family, StringComparer.Ordinal).ThenBy(p => p.Path, StringComparer.Ordinal).ThenBy(p => p.Pointer, StringComparer.Ordinal)],
            Triage = triage,
        };
    }

    private static void Judge(
        FamilyNight family, string id, List<Finding> findings, List<Finding> environment, List<ContractPatch> patches, SortedDictionary<EndpointKey, string> triage)
    {
        var answers = new AnswerTriage(family);
        (string Rule, string After, string Because)? incident = family.Incident();
        if (incident is { } whole)
        {
            environment.Add(FindingWriter.OfFamily(id, whole.Rule, whole.After, whole.Because));
        }

        foreach (EndpointNight night in family.Endpoints)
        {
            Verdict verdict = answers.Judge(night);
            bool isPartOfIncident = incident is { } known && verdict.Rule is { } rule && (night.Last is { } last ? IsAlike(last, known.Rule, known.After) : rule.Id is "DRIFT001" or "DRIFT004");
            triage[night.Key] = isPartOfIncident ? incident!.Value.Rule : verdict.Rule?.Id ?? "";
            if (isPartOfIncident || (verdict.Rule is null && !verdict.IsGood))
            {
                continue;
            }

            if (verdict.Rule is { IsEnvironment: true })
            {
                environment.Add(FindingWriter.Environment(night, verdict));
                continue;
            }

            IReadOnlyList<Finding> found = verdict.IsGood ? EndpointComparison.Findings(night) : [FindingWriter.Of(night, verdict)];
            findings.AddRange(found.Where(f => night.Baseline?.Accepted.Contains(f.Fingerprint) != true));
            patches.AddRange(verdict.IsGood ? ContractAdvice.Patches(night, found) : []);
        }
    }

    // When the canaries failed, nothing of the family counts; otherwise only the answers that are alike.
    private static bool IsAlike(Observation last, string rule, string after) => rule != "DRIFT009" || after == $"{last.Status}";

    private static IEnumerable<EndpointNight> Nights(ComparisonInput input)
    {
        var operations = new Dictionary<EndpointKey, Operation>();
        foreach (Operation operation in input.Operations)
        {
            operations.TryAdd(EndpointKey.Of(operation), operation);
        }

        foreach (IGrouping<EndpointKey, Observation> group in input.Tonight.GroupBy(EndpointKey.Of).OrderBy(g => g.Key, EndpointOrder.Instance))
        {
            EndpointBaseline? known = input.Baseline?.Find(group.Key);
            Observation[] observations = [.. group];
            yield return new EndpointNight
            {
                Key = group.Key,
                Operation = operations.GetValueOrDefault(group.Key) ?? operations.GetValueOrDefault(group.Key with { Method = "GET" }),
                Family = input.Families.FirstOrDefault(f => f.Id == group.Key.Family),
                Observations = observations,
                Tonight = EndpointRun.Of(input.RunId, input.At, [.. observations.Where(o => o.Outcome == ProbeOutcome.Answered && EndpointRun.Tells(o.Status))]),
                History = [.. (known?.Runs ?? []).Where(r => r.RunId != input.RunId)],
                Baseline = known,
            };
        }
    }

    private static Finding[] InOrder(IEnumerable<Finding> findings) =>
    [
        .. findings.OrderBy(f => f.Family, StringComparer.Ordinal).ThenBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Method, StringComparer.Ordinal)
            .ThenBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.Pointer, StringComparer.Ordinal),
    ];
}
