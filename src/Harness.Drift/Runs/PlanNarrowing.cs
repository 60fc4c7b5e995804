using Harness.Contracts.Operations;
using Harness.Drift.Planning;

namespace Harness.Drift.Runs;

/// <summary>Cuts a plan down to some operations, with what they are filled from and the canaries that vouch for their session.</summary>
public static class PlanNarrowing
{
    public static Plan Only(Plan plan, IReadOnlyList<PathGlob> wanted)
    {
        if (wanted.Count == 0)
        {
            return plan;
        }

        var reported = plan.Probes.Where(p => IsWanted(p.Operation, wanted)).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        var needed = new HashSet<string>(reported, StringComparer.Ordinal);
        foreach (PlannedProbe probe in plan.Probes.Reverse().Where(p => needed.Contains(p.Key)))
        {
            needed.UnionWith(probe.Values.Where(v => v.Source is not null).Select(v => v.Source!.Probe));
        }

        HashSet<string> families = [.. plan.Probes.Where(p => needed.Contains(p.Key)).Select(p => p.Family.Id)];
        return new Plan
        {
            Target = plan.Target,
            Probes =
            [
                .. plan.Probes.Where(p => needed.Contains(p.Key) || (p.Stage == ProbeStage.Canary && families.Contains(p.Family.Id)))
                    .Select(p => p with { IsReported = reported.Contains(p.Key) }),
            ],
            Skipped = [.. plan.Skipped.Where(s => IsWanted(s.Operation, wanted))],
            NotReadable = 0,
        };
    }

    private static bool IsWanted(Operation operation, IReadOnlyList<PathGlob> wanted) =>
        wanted.Any(w => w.Matches(operation.Method, operation.Path) || w.Matches(operation.Method, operation.PortalPath));
}
