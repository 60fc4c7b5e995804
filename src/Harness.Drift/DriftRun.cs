using Harness.Contracts;
using Harness.Drift.Comparison;
using Harness.Drift.Findings;
using Harness.Drift.Planning;
using Harness.Drift.Probing;
using Harness.Drift.Reports;
using Harness.Drift.Runs;

namespace Harness.Drift;

/// <summary>One run over one target, from the plan to the baseline that the next night starts from.</summary>
public sealed class DriftRun(Plan plan, CompiledContracts contracts, TargetKnowledge knowledge, DriftRunSettings settings)
{
    /// <summary>Asking again is for certainty about findings, not another run.</summary>
    private const int MostSecondLooks = 200;

    /// <summary>The order of a run: target, proof, probes, second looks, comparison, report, baseline.</summary>
    /// <exception cref="Guard.GuardRefusalException">A safety rail holds; nothing was written about the target.</exception>
    public async Task<RunReport> Run(CancellationToken cancelled)
    {
        var files = new RunRecordFile(settings.Out);
        RunRecord run = Begin(files);
        using AuditFile audit = AuditFile.Open(settings.Out, settings.Probing.Resume);
        await using ProbeRun probes = await ProbeRun.Open(plan, Audited(audit), cancelled);
        List<Observation> seen = await Probe(probes, cancelled);
        var comparison = new RunComparison(contracts, knowledge.Baseline, new ContractPlaces(settings.Contracts));
        seen.AddRange(await LookAgain(probes, seen, comparison.Judge(run, seen), cancelled));
        run = run with
        {
            FinishedAt = settings.Clock.GetUtcNow(),
            Requests = audit.Tally,
            Health = Health(seen),
            Observations = seen,
        };
        files.Write(run);
        return new RunConclusion(contracts, knowledge, settings).Draw(run);
    }

    // A run that goes on after a stop is the run that was stopped.
    private RunRecord Begin(RunRecordFile files)
    {
        DateTimeOffset now = settings.Clock.GetUtcNow();
        RunRecord? stopped = settings.Probing.Resume ? files.ReadHead() : null;
        var run = new RunRecord
        {
            RunId = stopped?.RunId ?? RunIds.Of(now),
            Target = plan.Target.Name,
            TargetFile = plan.Target.File,
            StartedAt = stopped?.StartedAt ?? now,
            FinishedAt = now,
            Shard = settings.Shard.ToString(),
            Contracts = settings.Contracts,
            NoCore = settings.NoCore,
            Baseline = settings.Baseline,
            Floor = settings.Floor,
            Planned = Rows(),
            NotReadable = plan.NotReadable,
            Requests = new RequestTally { Sent = 0 },
        };
        files.WriteHead(run);
        return run;
    }

    private PlannedRow[] Rows() =>
    [
        .. plan.Probes.Where(p => p.IsReported).Select(p => new PlannedRow(p.Family.Id, p.Operation.Method, p.Operation.Path, ""))
            .Concat(plan.Skipped.Select(s => new PlannedRow(s.Operation.Family, s.Operation.Method, s.Operation.Path, s.Reason)))
            .OrderBy(r => r.Family, StringComparer.Ordinal).ThenBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method, StringComparer.Ordinal),
    ];

    private ProbeOptions Audited(AuditFile audit) => settings.Probing with
    {
        Out = settings.Out,
        Guard = settings.Probing.Guard with { Audit = audit },
    };

    private static async Task<List<Observation>> Probe(ProbeRun probes, CancellationToken cancelled)
    {
        var seen = new List<Observation>();
        await foreach (Observation one in probes.Observe(cancelled))
        {
            seen.Add(one);
        }

        return seen;
    }

    // What is to be reported is asked once more first: a single answer may have been an accident.
    private static async Task<IReadOnlyList<Observation>> LookAgain(ProbeRun probes, List<Observation> seen, ComparisonOutcome judgment, CancellationToken cancelled)
    {
        HashSet<string> suspicious = judgment.Findings.Where(f => f.Severity >= Severity.Warn).Select(f => $"{f.Family} {f.Method} {f.Path}").ToHashSet(StringComparer.Ordinal);
        var again = new List<Observation>();
        foreach (IGrouping<string, Observation> operation in seen.GroupBy(o => $"{o.Family} {o.Method} {o.Path}", StringComparer.Ordinal)
            .Where(g => suspicious.Contains(g.Key)).Take(MostSecondLooks))
        {
            Observation last = operation.MaxBy(o => o.Sample)!;
            if (await probes.Again(last, cancelled) is { } second)
            {
                again.Add(second);
            }
        }

        return again;
    }

    private static FamilyHealth[] Health(IEnumerable<Observation> seen) =>
    [
        .. seen.Where(o => o.Outcome != ProbeOutcome.NotSent).GroupBy(o => o.Family, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new FamilyHealth(g.Key, g.Max(o => o.Session))),
    ];
}
