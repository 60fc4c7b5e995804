using Harness.Contracts;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Drift.Targets;

namespace Harness.Drift.Planning;

/// <summary>Turns contracts and a target into a plan, without sending anything.</summary>
public static class Planner
{
    public static Plan Make(Target target, CompiledContracts contracts, PlanOptions options)
    {
        IReadOnlyList<string> wanted = options.Families.Count > 0 ? options.Families : target.Families;
        var known = new KnownValues(target, options.Now);
        ILookup<string, Operation> byFamily = contracts.Operations.ToLookup(o => o.Family, StringComparer.Ordinal);
        var probes = new List<PlannedProbe>();
        var skipped = new List<SkippedProbe>();
        int notReadable = 0;
        foreach (Family family in contracts.Families.Where(f => wanted.Count == 0 || wanted.Contains(f.Id, StringComparer.OrdinalIgnoreCase)))
        {
            Operation[] gets = [.. byFamily[family.Id].Where(o => o.Method == "GET")];
            notReadable += byFamily[family.Id].Count(o => o.Method is not ("GET" or "HEAD") && options.Shard.Owns(o.ToString()));
            FamilyPlanner planner = new FamilyPlanner(family, target, known).Knowing(gets);
            probes.AddRange(Divide(planner.Plan(gets), options.Shard));
            skipped.AddRange(planner.Skipped.Where(s => options.Shard.Owns(s.Operation.ToString())));
        }

        return new Plan { Target = target, Probes = probes, Skipped = skipped, NotReadable = notReadable };
    }

    // A shard also asks what its own probes are filled from, and the canaries of every family it looks at; another one reports those.
    private static IEnumerable<PlannedProbe> Divide(IReadOnlyList<PlannedProbe> all, Shard shard)
    {
        if (shard.Count <= 1)
        {
            return all;
        }

        var needed = new HashSet<string>(StringComparer.Ordinal);
        for (int i = all.Count - 1; i >= 0; i--)
        {
            if (shard.Owns(all[i].Key) || needed.Contains(all[i].Key))
            {
                needed.Add(all[i].Key);
                needed.UnionWith(all[i].Values.Where(v => v.Source is not null).Select(v => v.Source!.Probe));
            }
        }

        return all.Where(p => needed.Contains(p.Key) || (needed.Count > 0 && p.Stage == ProbeStage.Canary))
            .Select(p => p with { IsReported = shard.Owns(p.Key) });
    }
}
