namespace Harness.Drift.Planning;

/// <summary>Decides for each parameter which answer or known value fills it, so that no call waits for itself.</summary>
internal static class Dependencies
{
    public static void Resolve(IReadOnlyList<Candidate> candidates)
    {
        var resolved = new Dictionary<string, Candidate>(StringComparer.Ordinal);
        while (Pass(candidates, resolved, acceptKnown: false) || Pass(candidates, resolved, acceptKnown: true))
        {
        }
    }

    // Known values come second to answers of the run, but they do when an answer can never come.
    private static bool Pass(IReadOnlyList<Candidate> candidates, Dictionary<string, Candidate> resolved, bool acceptKnown)
    {
        List<Candidate> found = [];
        foreach (Candidate candidate in candidates.Where(c => c.Values is null))
        {
            PlannedValue?[] values = [.. candidate.Needs.Select(n => Fill(n, resolved, acceptKnown))];
            if (values.All(v => v is not null))
            {
                int depth = values.Where(v => v!.Source is not null).Select(v => resolved[v!.Source!.Probe].Depth + 1).DefaultIfEmpty(0).Max();
                candidate.Resolve([.. values.OfType<PlannedValue>()], depth);
                found.Add(candidate);
            }
        }

        found.ForEach(c => resolved[c.Key] = c);
        return found.Count > 0;
    }

    private static PlannedValue? Fill(ParameterNeed need, Dictionary<string, Candidate> resolved, bool acceptKnown)
    {
        foreach ((ValueOrigin origin, HarvestSource source) in need.Sources)
        {
            if (resolved.ContainsKey(source.Probe))
            {
                return new PlannedValue(need.Name, need.In, origin, source, need.Known);
            }
        }

        return need.Known.Count > 0 && (acceptKnown || need.Sources.Count == 0)
            ? new PlannedValue(need.Name, need.In, need.KnownOrigin, null, need.Known)
            : null;
    }
}
